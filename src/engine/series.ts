/**
 * Series for charts and tables: what typing does not need. The latency curve of an engine step by step,
 * and how nodes, cost and latency trade as its servers work on more requests at once.
 */
import { judgeFleet } from './judgeFleet';
import type { Assessment, Cost, EngineAssessment, TargetVerdict } from './assessment';
import type { Figure } from './figure';
import { constantFigure, statedFigure } from './figures';
import { Fleet } from './fleet';
import { memoize } from './memoize';
import { modelServer } from './operate';
import type { Plan, Workload } from './plan';
import { predictLatency } from './predict';
import { recommend } from './recommend';
import { nodesForSlotsFigure } from './sizedNodes';
import { sizeForSlots } from './sizing';

/** An engine at one `parallel`, with a slot for every request in flight. */
export interface TradeOff {
  readonly parallel: Figure;
  readonly nodes: Figure | undefined;
  readonly latency: Figure | undefined;
  readonly cost: Cost | undefined;
  /** One for each target of the plan; empty where the engine cannot be sized. */
  readonly verdicts: readonly TargetVerdict[];
}

/** For each engine, every `parallel` that the plan names, observed or is recommended; ascending. */
export const tradeOffs: (
  assessment: Assessment,
) => ReadonlyMap<EngineAssessment, readonly TradeOff[]> = memoize((assessment: Assessment) => {
  const { plan, engines } = assessment;
  const { workload } = plan;
  const series = engines.map((engine) => {
    const parallels = workload ? interestingParallels(assessment, engine) : [];
    return [
      engine,
      workload ? parallels.map((parallel) => tradeOff(plan, workload, engine, parallel)) : [],
    ] as const;
  });
  return new Map(series);
});

export interface CurveStep {
  readonly at: number;
  readonly latency: Figure;
}

/**
 * The latency curve at even steps from 1 to its last observation, or to the largest place that a
 * scenario of the engine reads it at.
 * @param most Steps at most.
 */
export function curveSteps(
  assessment: Assessment,
  engine: EngineAssessment,
  most: number,
): readonly CurveStep[] {
  const end = Math.ceil(Math.max(1, ...placesOn(assessment, engine)));
  const width = Math.max(1, Math.ceil((end - 1) / (most - 1)));
  const steps: CurveStep[] = [];
  for (let at = 1; at <= end; at += width) {
    const prediction = predictLatency(engine.curve, at);
    if (prediction) steps.push({ at, latency: prediction.latency });
  }
  return steps;
}

/** Where the curve of an engine was observed, and where its scenarios read it. */
export function placesOn({ scenarios }: Assessment, engine: EngineAssessment): readonly number[] {
  const { points, follows } = engine.curve;
  const used = scenarios
    .filter((scenario) => scenario.engine === engine)
    .map(({ parallel, load }) =>
      follows === 'parallel' ? parallel.value : Math.min(load?.value ?? 1, parallel.value),
    );
  return [...points.map(({ at }) => at), ...used];
}

function interestingParallels(assessment: Assessment, engine: EngineAssessment): readonly Figure[] {
  const byValue = new Map<number, Figure>();
  const add = (figure: Figure): void => {
    if (!byValue.has(figure.value)) byValue.set(figure.value, figure);
  };
  for (const { engine: used, parallel, notSized } of assessment.scenarios) {
    if (used === engine && !notSized) add(parallel);
  }
  for (const { observation } of engine.observations) {
    const { parallel } = observation;
    if (parallel) add(statedFigure(parallel, 'slots/server', 'parallel'));
  }
  for (const { byEngine } of recommend(assessment)) {
    const found = byEngine.find((each) => each.engine === engine)?.recommendation;
    const option = found?.kind === 'option' ? found.option : found?.nearest;
    if (option) add(constantFigure(option.parallel, 'slots/server'));
  }
  return [...byValue.values()].sort((a, b) => a.value - b.value);
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
  const fleet = new Fleet(model, parallel, nodes, plan.policy);
  const verdicts = judgeFleet(plan.targets, fleet);
  return { parallel, nodes, latency: fleet.latency, cost: fleet.cost, verdicts };
}
