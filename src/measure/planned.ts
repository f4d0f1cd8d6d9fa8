/** Reads what a plan asks to measure next: loads on an engine, with requests as long as those of its workload. */
import type { Assessment } from '../engine/assess/assessment';
import type { Workload } from '../engine/plan/plan';
import { nextMeasurements } from '../engine/recommend/nextMeasurements';
import { ceilForgiving } from '../engine/util/rounding';
import { arrivalsToMeasure, type RandomArrivals } from '../messages/measurement/arrivals';
import { OUTPUT, PROMPT } from './defaults';
import type { LengthAsked } from './lengths';
import type { LoadAsked } from './loads';

/**
 * Returns loads of one server, the lightest first. One user comes first where the curve is asked for, since an idle
 * server shows its floor.
 * @returns undefined if the plan asks for no load on the engine.
 */
export function plannedLoads(
  assessment: Assessment,
  engine: string,
): readonly LoadAsked[] | undefined {
  const asked = nextMeasurements(assessment).filter((next) => next.engine.spec.name === engine);
  if (asked.length === 0) return undefined;
  const arrivals: LoadAsked[] = [];
  const users = new Set<number>();
  for (const next of asked) {
    const found = arrivalsToMeasure(assessment.plan, next);
    if (found) arrivals.push(loadOf(found));
    else users.add(1).add(Math.max(1, ceilForgiving(next.load)));
  }
  const fixed = [...users].sort((a, b) => a - b).map((count) => usersLoad(count, 0));
  return [...fixed, ...arrivals];
}

/** Returns users who think where the workload has some: they are what the plan asks about. */
function loadOf({ users, ratePerSecond }: RandomArrivals): LoadAsked {
  return users
    ? usersLoad(users.count, users.thinkTimeSeconds)
    : { kind: 'rate', perSecond: ratePerSecond };
}

function usersLoad(users: number, thinkTimeSeconds: number): LoadAsked {
  return { kind: 'users', users, thinkTimeSeconds };
}

export interface LengthsAsked {
  readonly promptTokens: LengthAsked;
  readonly outputTokens: LengthAsked;
}

export function plannedLengths(workload: Workload | undefined): LengthsAsked {
  return {
    promptTokens: lengthIn(workload, 'promptTokens') ?? PROMPT,
    outputTokens: lengthIn(workload, 'outputTokens') ?? OUTPUT,
  };
}

function lengthIn(
  workload: Workload | undefined,
  key: keyof LengthsAsked,
): LengthAsked | undefined {
  const mean = workload?.[key]?.value;
  return mean === undefined ? undefined : { mean, cv: workload?.[`${key}Cv`]?.value ?? 0 };
}
