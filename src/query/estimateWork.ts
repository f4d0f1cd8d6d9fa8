/**
 * Estimates from a plan alone how long it takes to assess and to search, in milliseconds of an ordinary computer. The
 * editor's thread runs only what is surely quick, so the estimate is rather too high. It reads no clock: a keystroke
 * that makes a plan expensive is known before anything is computed.
 */
import { comparedTargets } from '../engine/assess/comparedTargets';
import { MOST_COMPARED, withoutProduction } from '../engine/explore/drift';
import type { Engine, Observation, Plan, Scenario, Workload } from '../engine/plan/plan';

/** Milliseconds that may run on the editor's own thread. */
export const QUICK_MS = 30;

/** Milliseconds of a character, from text to findings, without any queueing. */
const PER_CHARACTER = 0.001;

/** Characters of the longest text that is read on the editor's own thread. The first one takes 3 ms a thousand. */
export const QUICK_LENGTH = 10_000;

/** Milliseconds to judge one fleet: by average load, with queueing delay or percentiles, and with a limited queue. */
const BY_AVERAGE = 0.02;
const WITH_QUEUEING = 0.2;
const WITH_LIMITED_QUEUE = 2;
/** Users, or requests a second, with the slots of a server, that take as long again. */
const LARGE = 2500;
/** Milliseconds to fit one observation, and to fit it at token lengths. */
const PER_OBSERVATION = 0.1;
const AT_TOKEN_LENGTHS = 1;
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
  const perFleet = fleetCost(plan);
  const scenarios = plan.scenarios.map(({ workload, engine, parallel }) => {
    const isAuto = parallel.value === 'auto';
    const slots = parallel.value === 'auto' ? optionsOf(plan, engine) : parallel.value;
    return ((isAuto ? slots : 0) + SIZINGS) * perFleet(workload, engine, slots);
  });
  const searches = plan.engines.map((engine) => {
    const options = optionsOf(plan, engine);
    return (options + SIZINGS) * perFleet(plan.workload, engine, options);
  });
  const observations = sum(plan.engines.map((engine) => engine.observations.length));
  const fits = observations * (hasTokens(plan) ? AT_TOKEN_LENGTHS : PER_OBSERVATION);
  const drifts = plan.engines.map((engine) => driftCost(plan, engine, perFleet));
  const assess = length * PER_CHARACTER + fits + sum(scenarios) + sum(drifts);
  const search = comparedTargets(plan).length * sum(searches) + LEVERS * Math.max(0, ...scenarios);
  return { assess, search: assess + search };
}

/** Returns milliseconds to predict what was observed in production: a fit of the others, and a fleet, for each. */
function driftCost(plan: Plan, engine: Engine, perFleet: ReturnType<typeof fleetCost>): number {
  const { observations } = withoutProduction(engine);
  const compared = Math.min(engine.observations.length - observations.length, MOST_COMPARED);
  const fit = observations.length * AT_TOKEN_LENGTHS;
  return compared * (fit + perFleet(plan.workload, engine, optionsOf(plan, engine)));
}

/** Returns milliseconds to judge one fleet, by its workload, engine and slots of a server. */
function fleetCost({ targets }: Plan) {
  const hasTails = targets.some(({ objectives }) =>
    objectives.some(({ kind }) => kind !== 'latency' && kind !== 'budget'),
  );
  return (workload: Workload | undefined, { maxQueue }: Engine, slots: number): number => {
    if (maxQueue === undefined && !hasTails && !isQueueing(workload)) return BY_AVERAGE;
    const each = maxQueue === undefined ? WITH_QUEUEING : WITH_LIMITED_QUEUE;
    return each * (1 + (loadOf(workload) + slots) / LARGE);
  };
}

function hasTokens({ workload, scenarios }: Plan): boolean {
  return [workload, ...scenarios.map((scenario) => scenario.workload)].some(
    (each) => each?.promptTokens !== undefined || each?.outputTokens !== undefined,
  );
}

/** Returns true if random arrivals may make requests wait. */
function isQueueing(workload: Workload | undefined): boolean {
  if (workload === undefined) return false;
  return workload.kind === 'open' || workload.thinkTimeSeconds.value > 0;
}

function loadOf(workload: Workload | undefined): number {
  if (workload === undefined) return 0;
  return workload.kind === 'open' ? workload.ratePerSecond.value : workload.users.value;
}

/** Returns at least as many values of `parallel` as a search looks at. */
function optionsOf({ scenarios }: Plan, engine: Engine): number {
  const named = scenarios.map((scenario) => parallelOf(scenario, engine));
  const observed = engine.observations.map(slotsOf);
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
function slotsOf({ parallel, users }: Observation): number {
  return parallel?.value ?? users?.value ?? MOST_SLOTS;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
