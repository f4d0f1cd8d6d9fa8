/**
 * Computes nodes and cost of each scenario month by month, and how long today's fleet lasts. Load grows by compound
 * interest from today's peak; month 0 is today.
 */
import type { Assessment, ScenarioAssessment, SizedScenario } from '../assess/assessment';
import { joinBounds } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure } from '../figure/figures';
import { findFleetBreak, horizonWithinRange, monthlyGrowth, type FleetBreak } from './fleetBreak';
import { memoize } from '../util/cache';
import type { Plan, Workload } from '../plan/plan';
import { combineProvenance } from '../figure/provenance';
import { assessAt, loadAfter, traceLoad } from '../assess/scaledWorkload';

export interface GrowthMonth {
  /** Months from today. */
  readonly month: number;
  /** Users, or arrivals at the peak. */
  readonly asked: Figure;
  /** Nodes that the scenario is sized to, even if the plan fixes its nodes. */
  readonly nodes: Figure;
  readonly costPerHour: Figure | undefined;
  readonly costPerMonth: Figure | undefined;
}

export interface ScenarioGrowth {
  readonly scenario: ScenarioAssessment;
  readonly growthPerMonth: Figure;
  /** Last month; earlier than the plan's if the load would exceed the format's maximum. */
  readonly horizon: Figure;
  /** Months from today to the horizon. */
  readonly months: readonly GrowthMonth[];
  /** Cost over the horizon of a fleet that is sized each month; undefined without a price. */
  readonly cost: Figure | undefined;
  /** Cost over the horizon of keeping today's fleet, even if it does not last. */
  readonly keptCost: Figure | undefined;
  /** Month in which today's fleet runs out of capacity; undefined if it lasts. */
  readonly breaks: FleetBreak | undefined;
}

/** Growth of a scenario; undefined if the workload does not grow, or the scenario has no nodes; computed once. */
export function growthOf(
  assessment: Assessment,
  scenario: ScenarioAssessment,
): ScenarioGrowth | undefined {
  return growthIn(assessment)(scenario);
}

const growthIn = memoize(({ plan }: Assessment) =>
  memoize((scenario: ScenarioAssessment) => computeGrowth(plan, scenario)),
);

function computeGrowth(plan: Plan, scenario: ScenarioAssessment): ScenarioGrowth | undefined {
  const { workload } = scenario.spec;
  if (!workload?.growth || !scenario.nodes) return undefined;
  const growthPerMonth = monthlyGrowth(workload.growth);
  const horizon = horizonWithinRange(workload, growthPerMonth);
  const months: GrowthMonth[] = [];
  let before: ScenarioAssessment = scenario;
  for (let month = 0; month <= horizon.value; month++) {
    const asked = loadAfter(workload, growthPerMonth, constantFigure(month, 'months'));
    const then = assessAt(plan, scenario, workload, asked, undefined, before);
    if (then.notSized) return undefined;
    months.push(monthOf(month, then, workload, asked));
    before = then;
  }
  const kept = scenario.cost?.perMonth;
  return {
    scenario,
    growthPerMonth,
    horizon,
    months,
    cost: costOverHorizon(months, horizon),
    keptCost: kept && keptOverHorizon(kept, horizon),
    breaks: findFleetBreak(plan, scenario),
  };
}

function monthOf(
  month: number,
  { nodes, cost }: SizedScenario,
  workload: Workload,
  asked: Figure,
): GrowthMonth {
  const traced = (figure: Figure): Figure => traceLoad(figure, workload, asked);
  return {
    month,
    asked,
    nodes: traced(nodes),
    costPerHour: cost && traced(cost.perHour),
    costPerMonth: cost && traced(cost.perMonth),
  };
}

/** Cost over the horizon. Each month is billed at its heavier end: its last day if the load grows. */
function costOverHorizon(months: readonly GrowthMonth[], horizon: Figure): Figure | undefined {
  const bills: Figure[] = [];
  for (const [index, { costPerMonth: end }] of months.entries()) {
    const start = months[index - 1]?.costPerMonth;
    if (start && end) bills.push(end.value >= start.value ? end : start);
  }
  const [first] = bills;
  const last = bills.at(-1);
  if (!first || !last || typeof first.unit !== 'object') return undefined;
  const total = bills.reduce((sum, { value }) => sum + value, 0);
  const bound = bills.map((bill) => bill.bound).reduce(joinBounds);
  const unit = { currency: first.unit.currency, per: 'horizon' } as const;
  const inputs = { months: horizon, first, last };
  return deriveFigure('cost.overHorizon', total, unit, inputs, bound, combineProvenance(bills));
}

function keptOverHorizon(perMonth: Figure, months: Figure): Figure | undefined {
  if (typeof perMonth.unit !== 'object') return undefined;
  const unit = { currency: perMonth.unit.currency, per: 'horizon' } as const;
  const total = perMonth.value * months.value;
  return deriveFigure('cost.keptOverHorizon', total, unit, { perMonth, months }, perMonth.bound);
}
