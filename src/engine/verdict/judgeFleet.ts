/** Verdicts of a fleet: on each target with all its reasons, or in a word for the search. */
import { keepsLimit } from '../figure/bounds';
import type { FormulaInputs } from '../figure/figure';
import { constantFigure } from '../figure/figures';
import { Fleet } from '../fleet/fleet';
import { lowestLatency, operate, queuePlaces, type ServerModel } from '../fleet/operate';
import { hasRandomQueueing } from '../fleet/workload';
import { objectiveFloor } from '../hardware/floor';
import { exceedsSlots } from '../hardware/singleSlot';
import { isTokenTime } from '../plan/objectives';
import type { Objective, Policy, Target, TimeObjective, Workload } from '../plan/plan';
import { judgeObjective, judgeTarget } from './judge';
import type { TargetVerdict, Outcome } from './verdict';

export function judgeFleet(targets: readonly Target[], fleet: Fleet): readonly TargetVerdict[] {
  return targets.map(fleetJudge(fleet));
}

/** Judges a fleet by one target at a time, on demand. */
export function fleetJudge(fleet: Fleet): (target: Target) => TargetVerdict {
  return (target) => judgeTarget(target, fleet, 'whole');
}

/**
 * Outcome of a target on so many serving nodes, without its budget, which more nodes never help. Without a target every
 * fleet with a steady state meets it.
 */
export function outcomeFor(
  model: ServerModel,
  nodes: number,
  target: Target | undefined,
  policy: Policy,
): Outcome {
  const byBalance = balanceOutcome(model, nodes, target);
  if (!target || isByBalance(target, model.workload, policy)) return byBalance;
  // what average load leaves out only makes latencies higher, unless it leads to rejections
  if (byBalance === 'misses' && queuePlaces(model) === Infinity) return byBalance;
  return judgeServing(model, nodes, target, policy).outcome;
}

/** Tells if `outcomeFor` is a pass. Stops at the first objective that is not met. */
export function meetsOn(
  model: ServerModel,
  nodes: number,
  target: Target | undefined,
  policy: Policy,
): boolean {
  const byBalance = balanceOutcome(model, nodes, target);
  if (!target || isByBalance(target, model.workload, policy)) return byBalance === 'meets';
  if (byBalance === 'misses' && queuePlaces(model) === Infinity) return false;
  const fleet = servingFleet(model, nodes, policy);
  return target.objectives.every(
    (objective) =>
      objective.kind === 'budget' ||
      judgeObjective(objective, fleet, target, 'search').outcome === 'meets',
  );
}

/** Tells if average load decides a target, without its budget. */
export function isByBalance({ objectives }: Target, workload: Workload, policy: Policy): boolean {
  const judged = objectives.filter(({ kind }) => kind !== 'budget');
  if (judged.length === 0) return true;
  return !hasRandomQueueing(workload, policy) && judged.every(({ kind }) => kind === 'latency');
}

/** Verdict on so many serving nodes, without the budget. */
export function judgeServing(
  model: ServerModel,
  nodes: number,
  target: Target,
  policy: Policy,
): TargetVerdict {
  const objectives = target.objectives.filter(({ kind }) => kind !== 'budget');
  return judgeTarget({ ...target, objectives }, servingFleet(model, nodes, policy), 'search');
}

/** Figures of a target's objectives on so many serving nodes, by their kind, without the budget. */
export function evidenceOn(
  model: ServerModel,
  nodes: number,
  target: Target | undefined,
  policy: Policy,
): FormulaInputs {
  if (!target) return {};
  const { objectives } = judgeServing(model, nodes, target, policy);
  return Object.fromEntries(
    objectives.flatMap(({ objective, figure }) => (figure ? [[objective.kind, figure]] : [])),
  );
}

/** Mean latency on so many serving nodes, queueing included. */
export function latencyOn(model: ServerModel, nodes: number, policy: Policy): number | undefined {
  return servingFleet(model, nodes, policy).latency?.value;
}

function servingFleet(model: ServerModel, nodes: number, policy: Policy): Fleet {
  const parallel = constantFigure(model.parallel, 'slots/server');
  const left = { ...policy, spare: NO_SPARE };
  return new Fleet(model, parallel, constantFigure(nodes, 'nodes'), left);
}

const NO_SPARE = { value: 0, path: undefined };

/** Outcome by the mean latency at average load: a few numbers, no figures. */
export function balanceOutcome(
  model: ServerModel,
  nodes: number,
  target: Target | undefined,
): Outcome {
  const point = operate(model, nodes * model.engine.spec.servers.value);
  if (!point?.service || point.latencySeconds === undefined) return 'unknown';
  const { latency } = point.service;
  const seconds = point.latencySeconds;
  const floor = lowestLatency(model, point);
  let outcome: Outcome = 'meets';
  for (const objective of target?.objectives ?? []) {
    if (objective.kind !== 'latency') continue;
    const { limitSeconds, strict } = objective;
    const keeps = keepsLimit(seconds, latency.bound, limitSeconds, strict);
    if (keeps === false || keepsLimit(floor, '>=', limitSeconds, strict) === false) return 'misses';
    if (keeps === undefined) outcome = 'unknown';
  }
  return outcome;
}

/**
 * Memory, hardware and band aside: they decide how well a verdict is known, which a search does not ask at each of its
 * steps. Nor does it add nodes until a whole answer is as fast as its first token has to be, where nobody measured that.
 */
function judgedOf(fleet: Fleet): Judged {
  return {
    engine: fleet.model.engine,
    workload: fleet.model.workload,
    parallel: fleet.model.parallel,
    // a load that may be lower makes no measurement a lower bound
    load: fleet.load && !isUpper(fleet.load.bound) ? fleet.load.value : undefined,
    loadAt: (latencySeconds) => loadAt(fleet, latencySeconds),
    evidenceFor: (quantity) => evidenceFor(fleet, quantity),
    measuredBound: (quantity) => fleet.measuredBound(quantity),
    wasLoadedAtMost: (observation) =>
      wasLoadedAtMost(fleet.model, fleet.servers.value, observation),
    measuredWaiting: (quantity, point) => fleet.measuredWaiting(quantity, point),
    rejectedShare: () => rejectedShare(fleet),
    cost: fleet.cost,
    overloaded: fleet.overloaded,
    isCapacityUndecided: (quantity) => fleet.isCapacityUndecided && isObserved(fleet, quantity),
    overloadDoubts: () => fleet.overload?.doubts ?? [],
    isProvenFull: fleet.isProvenFull,
    turnedAway: () => fleet.turnedAway,
    noneServes: fleet.servers.value <= 0,
    exceedsMemory: false,
    exceedsSlots: false,
    hardwareFloor: () => undefined,
    looksWithinAnswers: false,
    rangeOf: () => undefined,
  };
}

/** A percentile follows from the mean where it was not observed itself; times of tokens do not. */
function isObserved({ model }: Fleet, quantity: TimeObjective): boolean {
  if (!isTokenTime(quantity)) return true;
  return curveOf(model.engine, quantity, model.workload).points.length > 0;
}

/** Of what was read from observations of the very quantity. */
function rangeOf({ model, load }: Fleet, quantity: TimeObjective): CurveRange | undefined {
  const { engine, parallel, workload } = model;
  const isMean = quantity === 'latency';
  const curve = isMean ? engine.curve : curveOf(engine, quantity, workload);
  const at = curve.follows === 'parallel' ? parallel : load && Math.min(load.value, parallel);
  const read = at === undefined ? undefined : predictLatency(curve, at)?.latency;
  if (at === undefined || read?.bound !== 'exact') return undefined;
  return rangeAt(curve, at, read.value, isMean);
}

/** By Little's law. */
function loadAt({ model: { workload }, servers }: Fleet, latencySeconds: number): number {
  if (workload.kind === 'open') return (peakRate(workload) * latencySeconds) / servers.value;
  const thinkTime = workload.thinkTimeSeconds.value;
  const users = workload.users.value / servers.value;
  return (users * latencySeconds) / (latencySeconds + thinkTime);
}
