/**
 * Estimates from a plan alone how long it takes to assess and to search, in milliseconds of an ordinary computer. The
 * editor's thread runs only what is surely quick, so the estimate is rather too high. It reads no clock: a keystroke
 * that makes a plan expensive is known before anything is computed.
 */
import { comparedTargets } from '../engine/assess/comparedTargets';
import type { Engine, Observation, Plan, Scenario, Workload } from '../engine/plan/plan';

/** Milliseconds that may run on the editor's own thread. */
export const QUICK_MS = 25;

/** Milliseconds of a character, from text to findings, without any queueing. */
const PER_CHARACTER = 0.001;

/** Longest text that is read on the editor's own thread. */
export const QUICK_LENGTH = QUICK_MS / PER_CHARACTER;

/** Milliseconds to judge one fleet: by average load, with queueing delay or percentiles, and with a limited queue. */
const BY_AVERAGE = 0.02;
const WITH_QUEUEING = 0.3;
const WITH_LIMITED_QUEUE = 3;
/** Fleets that sizing looks at, if it looks for the fewest nodes. */
const SIZINGS = 5;
/** Assessments with one changed value, which tell a hover what matters most. */
const LEVERS = 15;

export interface Work {
  /** From text to findings, hints and status. */
  readonly assess: number;
  /** The same with what is searched for: answers, levers. */
  readonly search: number;
}

export function estimateWork(length: number, plan: Plan): Work {
  const hasTails = plan.targets.some(({ objectives }) =>
    objectives.some(({ kind }) => kind !== 'latency' && kind !== 'budget'),
  );
  const perFleet = (workload: Workload | undefined, { maxQueue }: Engine): number => {
    if (maxQueue !== undefined) return WITH_LIMITED_QUEUE;
    return hasTails || isQueueing(workload) ? WITH_QUEUEING : BY_AVERAGE;
  };
  const scenarios = plan.scenarios.map((scenario) => {
    const fleets = scenario.parallel.value === 'auto' ? optionsOf(plan, scenario.engine) : SIZINGS;
    return fleets * perFleet(scenario.workload, scenario.engine);
  });
  const searches = plan.engines.map(
    (engine) => optionsOf(plan, engine) * perFleet(plan.workload, engine),
  );
  const assess = length * PER_CHARACTER + sum(scenarios);
  const search = comparedTargets(plan).length * sum(searches) + LEVERS * Math.max(0, ...scenarios);
  return { assess, search: assess + search };
}

/** Returns true if requests may wait by chance. */
function isQueueing(workload: Workload | undefined): boolean {
  if (workload === undefined) return false;
  return workload.kind === 'open' || workload.thinkTimeSeconds.value > 0;
}

/** Returns at least as many values of `parallel` as a search looks at. */
function optionsOf({ scenarios }: Plan, engine: Engine): number {
  const named = scenarios.map((scenario) => parallelOf(scenario, engine));
  const observed = engine.observations.map(loadOf);
  const usual = engine.observations.length === 0 ? USUAL_SLOTS : 1;
  return Math.min(MOST_SLOTS, Math.max(usual, ...named, ...observed));
}

/** What is tried on a server that nobody measured, and at most (`engine/search/parallelRange.ts`). */
const USUAL_SLOTS = 256;
const MOST_SLOTS = 4096;

function parallelOf({ parallel, engine }: Scenario, { name }: Engine): number {
  return engine.name === name && parallel.value !== 'auto' ? parallel.value : 1;
}

/** Returns the slots, or at least the load, of an observation. */
function loadOf({ parallel, users }: Observation): number {
  return parallel?.value ?? users?.value ?? MOST_SLOTS;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
