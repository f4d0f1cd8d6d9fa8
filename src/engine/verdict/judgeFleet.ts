/** Verdicts of a fleet: on each target with all its reasons, or in a word for the search. */
import { rangeAt } from '../curve/curveRange';
import { keepsLimit } from '../figure/bounds';
import type { FormulaInputs } from '../figure/figure';
import { constantFigure } from '../figure/figures';
import { Fleet } from '../fleet/fleet';
import { lowestLatency, operate, queuePlaces, type ServerModel } from '../fleet/operate';
import { hasRandomQueueing } from '../fleet/workload';
import type { Policy, Target, Workload } from '../plan/plan';
import { judgeObjective, judgeTarget } from './judge';
import type { JudgeMode, TargetVerdict, Outcome } from './verdict';
import { isWithinRange } from './withinRange';

export function judgeFleet(targets: readonly Target[], fleet: Fleet): readonly TargetVerdict[] {
  return targets.map(fleetJudge(fleet));
}

/** Judges a fleet by one target at a time, each when it is asked for. */
export function fleetJudge(fleet: Fleet): (target: Target) => TargetVerdict {
  return (target) => judgeTarget(target, fleet, 'whole');
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
  mode: 'search' | 'expected' = 'search',
): boolean {
  const byBalance = balanceOutcome(model, nodes, target, mode);
  if (!target || isByBalance(target, model.workload, policy)) return byBalance === 'meets';
  if (byBalance === 'misses' && queuePlaces(model) === Infinity) return false;
  const fleet = servingFleet(model, nodes, policy);
  return target.objectives.every(
    (objective) =>
      objective.kind === 'budget' ||
      judgeObjective(objective, fleet, target, mode).outcome === 'meets',
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
  return judgeTarget({ ...target, objectives }, servingFleet(model, nodes, policy), 'search');
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
  mode: JudgeMode = 'search',
): Outcome {
  const point = operate(model, nodes * model.engine.spec.servers.value);
  if (!point?.service || point.latencySeconds === undefined) return 'unknown';
  const { latency } = point.service;
  const seconds = point.latencySeconds;
  const floor = lowestLatency(model, point);
  let outcome: Outcome = 'meets';
  const { curve } = model.engine;
  const at = curve.follows === 'parallel' ? model.parallel : Math.min(point.load, model.parallel);
  const range =
    latency.bound === 'exact' && mode !== 'expected'
      ? rangeAt(curve, at, latency.value, true)
      : undefined;
  for (const objective of target?.objectives ?? []) {
    if (objective.kind !== 'latency') continue;
    const { limitSeconds, strict } = objective;
    const keeps = keepsLimit(seconds, latency.bound, limitSeconds, strict);
    if (range && keeps !== undefined && isWithinRange(objective, seconds, keeps, range)) {
      outcome = 'unknown';
      continue;
    }
    if (keeps === false || keepsLimit(floor, '>=', limitSeconds, strict) === false) return 'misses';
    if (keeps === undefined) outcome = 'unknown';
  }
  return outcome;
}
