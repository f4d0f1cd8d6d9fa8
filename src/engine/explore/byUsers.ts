/**
 * Computes a scenario at other loads: nodes, cost and latency from a tenth of its workload to ten times it. Each is
 * sized, even if the plan fixes its nodes, since the question is what the load needs.
 */
import type { Assessment, ScenarioAssessment, SizedScenario } from '../assess/assessment';
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure } from '../figure/figures';
import { memoize } from '../util/cache';
import type { Plan, Workload } from '../plan/plan';
import { ceilForgiving } from '../util/rounding';
import { loadToday, assessAt, MAX_LOAD, traceLoad } from '../assess/scaledWorkload';

export interface LoadStep {
  /** Multiple of today's load, before users are rounded to whole ones. */
  readonly multiple: number;
  /** Users, or arrivals at the peak. */
  readonly asked: Figure;
  readonly nodes: Figure;
  readonly costPerHour: Figure | undefined;
  readonly latency: Figure | undefined;
}

export interface LoadSeries {
  readonly scenario: ScenarioAssessment;
  /** Steps for each of `MULTIPLES`, ascending. */
  readonly steps: readonly LoadStep[];
}

/** Multiples: a tenth, ten times, and every third of a doubling between an eighth and eight times. */
export const MULTIPLES: readonly number[] = [
  0.1,
  ...Array.from({ length: 19 }, (_, third) => 2 ** ((third - 9) / 3)),
  10,
];

/** Multiples that a table shows: the ends, and each doubling. */
export const DOUBLINGS: readonly number[] = [0.1, 0.125, 0.25, 0.5, 1, 2, 4, 8, 10];

/**
 * Steps at some multiples, each load once. With few users, or near the maximum, several multiples give the same load.
 */
export function differentLoads(
  steps: readonly LoadStep[],
  multiples: readonly number[],
): readonly LoadStep[] {
  const wanted = steps.filter(({ multiple }) => multiples.includes(multiple));
  return wanted.filter(
    ({ asked }, index) => !wanted.slice(0, index).some((step) => step.asked.value === asked.value),
  );
}

/** Series of a scenario; undefined without a workload, or if the scenario cannot be sized; computed once. */
export function loadSeriesOf(
  assessment: Assessment,
  scenario: ScenarioAssessment,
): LoadSeries | undefined {
  return seriesIn(assessment)(scenario);
}

const seriesIn = memoize(({ plan }: Assessment) =>
  memoize((scenario: ScenarioAssessment) => computeSeries(plan, scenario)),
);

function computeSeries(plan: Plan, scenario: ScenarioAssessment): LoadSeries | undefined {
  const { workload } = scenario.spec;
  if (!workload || scenario.notSized) return undefined;
  const steps: LoadStep[] = [];
  let before: ScenarioAssessment = scenario;
  for (const multiple of MULTIPLES) {
    const asked = askedAtMultiple(workload, multiple);
    const then = assessAt(plan, scenario, workload, asked, undefined, before);
    if (then.notSized) return undefined;
    steps.push(stepOf(multiple, then, workload, asked));
    before = then;
  }
  return { scenario, steps };
}

function stepOf(
  multiple: number,
  { nodes, cost, latency }: SizedScenario,
  workload: Workload,
  asked: Figure,
): LoadStep {
  const traced = (figure: Figure): Figure => traceLoad(figure, workload, asked);
  return {
    multiple,
    asked,
    nodes: traced(nodes),
    costPerHour: cost && traced(cost.perHour),
    latency: latency && traced(latency),
  };
}

/** Load at a multiple: users are whole, and no load exceeds the format's maximum. */
function askedAtMultiple(workload: Workload, multiple: number): Figure {
  const today = loadToday(workload);
  if (multiple === 1) return today;
  const asked = today.value * multiple;
  const whole = workload.kind === 'closed' ? ceilForgiving(asked) : asked;
  const value = asked >= MAX_LOAD ? MAX_LOAD : whole;
  const factor = constantFigure(multiple, 'factor');
  return deriveFigure('change.scaled', value, today.unit, { before: today, factor });
}
