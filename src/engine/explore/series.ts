/**
 * Series for charts and tables, computed only when shown. They are the latency curve of an engine step by step, and the
 * trade-off of nodes, cost and latency by `parallel`.
 */
import type { Assessment } from '../assess/assessment';
import { comparedTargets } from '../assess/comparedTargets';
import { scenariosOf } from '../assess/scenariosOf';
import type { EngineAssessment } from '../curve/engineAssessment';
import { predictLatency } from '../curve/predict';
import type { Figure } from '../figure/figure';
import { constantFigure, statedFigure } from '../figure/figures';
import type { Cost } from '../fleet/cost';
import { Fleet } from '../fleet/fleet';
import { modelServer, type ServerModel } from '../fleet/operate';
import { nodesForSlotsFigure } from '../fleet/sizedNodes';
import { sizeForSlots } from '../fleet/sizing';
import type { Plan, Workload } from '../plan/plan';
import { recommend } from '../recommend/recommend';
import type { Recommendation } from '../recommend/recommendation';
import { memoize } from '../util/cache';
import { judgeFleet } from '../verdict/judgeFleet';
import type { TargetVerdict } from '../verdict/verdict';

/** An engine at one `parallel`, with a slot for every request in flight, or more nodes if a target needs more. */
export interface TradeOff {
  readonly parallel: Figure;
  readonly nodes: Figure | undefined;
  readonly latency: Figure | undefined;
  readonly cost: Cost | undefined;
  /** Verdicts on each compared target; empty if the engine cannot be sized. */
  readonly verdicts: readonly TargetVerdict[];
}

/**
 * Trade-offs of each engine for every `parallel` that the plan names, observed or is recommended, with nodes for its
 * slots. A recommendation with more nodes is added. Ascending.
 */
export const tradeOffs: (
  assessment: Assessment,
) => ReadonlyMap<EngineAssessment, readonly TradeOff[]> = memoize((assessment: Assessment) => {
  const { plan, engines } = assessment;
  const { workload } = plan;
  const series = engines.map((engine) => {
    const rows = workload
      ? interestingParallels(assessment, engine).map((parallel) =>
          tradeOff(plan, workload, engine, parallel),
        )
      : [];
    const more = workload ? recommendedBeyond(assessment, engine, workload, rows) : [];
    return [engine, [...rows, ...more].sort(byParallelThenNodes)] as const;
  });
  return new Map(series);
});

export interface CurveStep {
  readonly at: number;
  readonly latency: Figure;
}

/**
 * Latency curve at even steps. The first is 1. The last is the last observation, or the largest place that a scenario
 * of the engine needs.
 * @param most Largest number of steps.
 */
export function curveSteps(
  assessment: Assessment,
  engine: EngineAssessment,
  most: number,
): readonly CurveStep[] {
  const end = Math.ceil(Math.max(1, ...placesOn(assessment, engine)));
  const count = Math.min(most, end);
  const width = count > 1 ? (end - 1) / (count - 1) : 0;
  return Array.from({ length: count }, (_, step) => 1 + step * width).flatMap((at) => {
    const prediction = predictLatency(engine.curve, at);
    return prediction ? [{ at, latency: prediction.latency }] : [];
  });
}

/** Places at which the curve of an engine was observed, and at which its scenarios read it. */
export function placesOn(assessment: Assessment, engine: EngineAssessment): readonly number[] {
  const { points, follows } = engine.curve;
  const used = scenariosOf(assessment, engine).map(({ parallel, load }) =>
    follows === 'parallel' ? parallel.value : Math.min(load?.value ?? 1, parallel.value),
  );
  return [...points.map(({ at }) => at), ...used];
}

/** Recommendations on each engine, in the order of the targets. */
const recommendedOn = memoize((assessment: Assessment) => {
  const answers = new Map<EngineAssessment, Recommendation[]>();
  for (const { byEngine } of recommend(assessment)) {
    for (const { engine, recommendation } of byEngine) {
      const known = answers.get(engine) ?? [];
      answers.set(engine, known);
      known.push(recommendation);
    }
  }
  return answers;
});

function interestingParallels(assessment: Assessment, engine: EngineAssessment): readonly Figure[] {
  const byValue = new Map<number, Figure>();
  const add = (figure: Figure): void => {
    if (!byValue.has(figure.value)) byValue.set(figure.value, figure);
  };
  for (const { parallel, notSized } of scenariosOf(assessment, engine)) {
    if (!notSized) add(parallel);
  }
  for (const { observation } of engine.observations) {
    const { parallel } = observation;
    if (parallel) add(statedFigure(parallel, 'slots/server', 'parallel'));
  }
  for (const found of recommendedOn(assessment).get(engine) ?? []) {
    const option = found.kind === 'option' ? found.option : found.nearest;
    if (option) add(constantFigure(option.parallel, 'slots/server'));
  }
  return [...byValue.values()].sort((a, b) => a.value - b.value);
}

/** Recommended options with more nodes than their slots need, since a target needs them. */
function recommendedBeyond(
  assessment: Assessment,
  engine: EngineAssessment,
  workload: Workload,
  rows: readonly TradeOff[],
): readonly TradeOff[] {
  const beyond: TradeOff[] = [];
  const isShown = (parallel: number, nodes: number): boolean =>
    [...rows, ...beyond].some(
      (row) => row.parallel.value === parallel && row.nodes?.value === nodes,
    );
  for (const found of recommendedOn(assessment).get(engine) ?? []) {
    if (found.kind !== 'option') continue;
    const { parallel, nodes } = found.option;
    if (isShown(parallel, nodes.value)) continue;
    const slots = constantFigure(parallel, 'slots/server');
    beyond.push(judgedRow(assessment.plan, modelServer(engine, parallel, workload), slots, nodes));
  }
  return beyond;
}

function byParallelThenNodes(a: TradeOff, b: TradeOff): number {
  return a.parallel.value - b.parallel.value || (a.nodes?.value ?? 0) - (b.nodes?.value ?? 0);
}

function tradeOff(
  plan: Plan,
  workload: Workload,
  engine: EngineAssessment,
  parallel: Figure,
): TradeOff {
  const model = modelServer(engine, parallel.value, workload);
  const sizing = sizeForSlots(model, plan.policy.headroom.value);
  if (!sizing) {
    return { parallel, nodes: undefined, latency: undefined, cost: undefined, verdicts: [] };
  }
  const nodes = nodesForSlotsFigure(model, sizing, parallel, plan.policy);
  return judgedRow(plan, model, parallel, nodes);
}

function judgedRow(plan: Plan, model: ServerModel, parallel: Figure, nodes: Figure): TradeOff {
  const fleet = new Fleet(model, parallel, nodes, plan.policy);
  const verdicts = judgeFleet(comparedTargets(plan), fleet);
  return { parallel, nodes, latency: fleet.latency, cost: fleet.cost, verdicts };
}
