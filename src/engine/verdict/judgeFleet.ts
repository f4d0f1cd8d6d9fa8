/** Verdicts of a fleet: on each target with all its reasons, or in a word for the search. */
import { rangeAt, type CurveRange } from '../curve/curveRange';
import { predictLatency } from '../curve/predict';
import { curveOf } from '../curve/quantityCurves';
import { isUpper, keepsLimit } from '../figure/bounds';
import type { FormulaInputs } from '../figure/figure';
import { constantFigure } from '../figure/figures';
import { evidenceFor, rejectedShare } from '../fleet/evidence';
import { Fleet } from '../fleet/fleet';
import { wasLoadedAtMost } from '../fleet/measuredBound';
import { lowestLatency, operate, peakRate, queuePlaces, type ServerModel } from '../fleet/operate';
import { hasRandomQueueing } from '../fleet/workload';
import { objectiveFloor } from '../hardware/floor';
import { exceedsSlots } from '../hardware/singleSlot';
import { isTokenTime } from '../plan/objectives';
import type { Objective, Policy, Target, TimeObjective, Workload } from '../plan/plan';
import { judgeObjective, judgeTarget } from './judge';
import type { Judged } from './judged';
import type { TargetVerdict, Outcome } from './verdict';

export function judgeFleet(targets: readonly Target[], fleet: Fleet): readonly TargetVerdict[] {
  return targets.map(fleetJudge(fleet));
}

/** Judges a fleet by one target at a time, each when it is asked for. */
export function fleetJudge(fleet: Fleet): (target: Target) => TargetVerdict {
  const { model } = fleet;
  const judged = {
    ...judgedOf(fleet),
    exceedsMemory: fleet.exceedsMemory,
    exceedsSlots: exceedsSlots(fleet.parallel, model.engine.spec),
    hardwareFloor: (kind: Objective['kind']) =>
      objectiveFloor(model.engine.spec, model.workload.outputTokens, kind),
    looksWithinAnswers: true,
    rangeOf: (quantity: TimeObjective) => rangeOf(fleet, quantity),
  };
  return (target) => judgeTarget(target, judged);
}

/**
 * Whether so many serving nodes meet a target, its budget aside (more nodes never help that). Without a
 * target everything does that has a steady state.
 */
export function outcomeFor(
  model: ServerModel,
  nodes: number,
  target: Target | undefined,
  policy: Policy,
): Outcome {
  const byBalance = balanceOutcome(model, nodes, target);
  if (!target || isByBalance(target, model.workload, policy)) return byBalance;
  // what the balance leaves out only makes latencies higher, unless it turns requests away
  if (byBalance === 'misses' && queuePlaces(model) === Infinity) return byBalance;
  return judgeServing(model, nodes, target, policy).outcome;
}

/** Whether `outcomeFor` is a pass: the first objective that is none decides it. */
export function meetsOn(
  model: ServerModel,
  nodes: number,
  target: Target | undefined,
  policy: Policy,
): boolean {
  const byBalance = balanceOutcome(model, nodes, target);
  if (!target || isByBalance(target, model.workload, policy)) return byBalance === 'meets';
  if (byBalance === 'misses' && queuePlaces(model) === Infinity) return false;
  const judged = judgedOf(servingFleet(model, nodes, policy));
  return target.objectives.every(
    (objective) =>
      objective.kind === 'budget' || judgeObjective(objective, judged, target).outcome === 'meets',
  );
}

/** Whether the balance of means is all that bears on a target, its budget aside. */
export function isByBalance({ objectives }: Target, workload: Workload, policy: Policy): boolean {
  const judged = objectives.filter(({ kind }) => kind !== 'budget');
  if (judged.length === 0) return true;
  return !hasRandomQueueing(workload, policy) && judged.every(({ kind }) => kind === 'latency');
}

/** The verdict on so many serving nodes, the budget aside. */
export function judgeServing(
  model: ServerModel,
  nodes: number,
  target: Target,
  policy: Policy,
): TargetVerdict {
  const objectives = target.objectives.filter(({ kind }) => kind !== 'budget');
  return judgeTarget({ ...target, objectives }, judgedOf(servingFleet(model, nodes, policy)));
}

/** What the objectives of a target are held against on so many serving nodes, by their kind, the budget aside. */
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

/** Mean latency on so many serving nodes, waiting by chance included. */
export function latencyOn(model: ServerModel, nodes: number, policy: Policy): number | undefined {
  return servingFleet(model, nodes, policy).latency?.value;
}

function servingFleet(model: ServerModel, nodes: number, policy: Policy): Fleet {
  const parallel = constantFigure(model.parallel, 'slots/server');
  const left = { ...policy, spare: NO_SPARE };
  return new Fleet(model, parallel, constantFigure(nodes, 'nodes'), left);
}

const NO_SPARE = { value: 0, path: undefined };

/** By the mean latency of the balance alone: a few numbers, no figures. */
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
