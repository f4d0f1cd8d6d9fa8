/** Finds the month in which an unchanged fleet runs out of capacity for a growing workload. */
import type { ScenarioAssessment } from '../assess/assessment';
import { isUpper } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import { fullLatency } from '../fleet/fullServer';
import { verdictOf } from '../assess/ownVerdict';
import type { Growth, GrowthPeriod, Plan, Workload } from '../plan/plan';
import { createAnswers } from '../util/cache';
import { combineProvenance } from '../figure/provenance';
import { atMost, clearlyLess } from '../util/rounding';
import { assessAt, loadAfter, loadToday, MAX_LOAD } from '../assess/scaledWorkload';

/**
 * Reason of the break. `overloaded`: more arrives than the nodes can serve. `slots`: more in flight than slots.
 * `target`: its target is missed, which it is not today.
 */
export type BreakReason = 'overloaded' | 'slots' | 'target';

export interface FleetBreak {
  /**
   * Months from today; 0 if the fleet already falls short. A lower bound if based on a bound: a latency below 1 s may
   * leave room for more than is certain.
   */
  readonly month: Figure;
  readonly because: BreakReason;
  /** Users, or arrivals at the peak, in that month. */
  readonly asked: Figure;
  /** Nodes that are kept, spare ones included. */
  readonly nodes: Figure;
  /** Fleet in that month. */
  readonly then: ScenarioAssessment;
}

/** Periods in a month of 730 h. */
const PERIODS_PER_MONTH: Readonly<Record<GrowthPeriod, number>> = {
  week: 730 / (24 * 7),
  month: 1,
  year: 1 / 12,
};

const DEFAULT_HORIZON = { value: 12, path: undefined } as const;

/** Growth by the month: a share for another period is compounded. 1 % a week gives 4.4 % a month. */
export function monthlyGrowth({ share, per }: Growth): Figure {
  const growth = statedFigure(share, 'share', 'growth');
  if (per === 'month') return growth;
  const periods = constantFigure(PERIODS_PER_MONTH[per], 'factor');
  const monthly = (1 + growth.value) ** periods.value - 1;
  return deriveFigure('growth.perMonth', monthly, 'share', { growth, periods });
}

export function horizonOf({ horizonMonths }: Workload): Figure {
  return statedFigure(horizonMonths ?? DEFAULT_HORIZON, 'months', 'horizon');
}

/**
 * Months that a workload is followed for: its horizon, or the last month before the load exceeds the format's maximum.
 * @param growth Growth by the month.
 */
export function horizonWithinRange(workload: Workload, growth: Figure): Figure {
  const horizon = horizonOf(workload);
  const today = loadToday(workload);
  if (growth.value <= 0 || isWithinRange(today.value, growth.value, horizon.value)) return horizon;
  let months = 0;
  while (isWithinRange(today.value, growth.value, months + 1)) months++;
  const inputs = { horizon, today, growth, most: constantFigure(MAX_LOAD, today.unit) };
  return deriveFigure('growth.horizon', months, 'months', inputs);
}

function isWithinRange(today: number, growth: number, months: number): boolean {
  return atMost(today * (1 + growth) ** months, MAX_LOAD);
}

/**
 * First month within the horizon in which today's nodes are too few, with `spare` of them gone; undefined if they last.
 * Load only grows or only shrinks, so bisection finds it.
 */
export function findFleetBreak(plan: Plan, today: ScenarioAssessment): FleetBreak | undefined {
  const { workload } = today.spec;
  const { nodes } = today;
  if (!workload?.growth || !nodes) return undefined;
  const growth = monthlyGrowth(workload.growth);
  const missedToday = verdictOf(today)?.outcome === 'misses';
  const breakAt = (month: number): FleetBreak | undefined => {
    const months = constantFigure(month, 'months');
    const asked = loadAfter(workload, growth, months);
    const kept = { value: nodes.value, path: undefined };
    const then = month === 0 ? today : assessAt(plan, today, workload, asked, kept);
    const because = sharedReasonOf(then, missedToday);
    return because && describe(months, because, asked, nodes, then);
  };
  const now = breakAt(0);
  if (now || growth.value <= 0) return now;
  let found = breakAt(horizonWithinRange(workload, growth).value);
  let lasts = 0;
  while (found && found.month.value - lasts > 1) {
    const middle = Math.floor((found.month.value + lasts) / 2);
    const earlier = breakAt(middle);
    if (earlier) found = earlier;
    else lasts = middle;
  }
  return found;
}

/** Scenarios that are alike share the answer, which takes a verdict. */
function sharedReasonOf(fleet: ScenarioAssessment, missedToday: boolean): BreakReason | undefined {
  const { engine, spec, parallel, nodes } = fleet;
  const about = [engine, spec.workload, spec.policy, spec.target].filter((each) => !!each);
  const key = [about.length, parallel.value, nodes?.value, missedToday].join(' ');
  return reasonFor(about, key, () => reasonOf(fleet, missedToday));
}

const reasonFor = createAnswers<string, BreakReason | undefined>();

function reasonOf(fleet: ScenarioAssessment, missedToday: boolean): BreakReason | undefined {
  const { overloaded, isFull, load, parallel } = fleet;
  // without a known load, nothing shows that the servers keep up
  if (overloaded || isFull || !load) return 'overloaded';
  if (load && clearlyLess(parallel.value, load.value)) return 'slots';
  return !missedToday && verdictOf(fleet)?.outcome === 'misses' ? 'target' : undefined;
}

/**
 * Break as a figure. It is as well known as its evidence: a load by Little's law, a latency, or the curve of a full
 * server.
 */
function describe(
  months: Figure,
  because: BreakReason,
  asked: Figure,
  nodes: Figure,
  then: ScenarioAssessment,
): FleetBreak {
  const shownBy =
    because === 'target' ? then.latency : because === 'slots' ? then.load : fullLatency(then);
  const mayLast = because !== 'target' && shownBy !== undefined && !isCertain(shownBy);
  const known = [nodes, asked, shownBy].filter((figure) => figure !== undefined);
  const inputs = { nodes, asked };
  const provenance = combineProvenance(known);
  const bound = mayLast ? '>=' : 'exact';
  const month = deriveFigure('growth.breaks', months.value, 'months', inputs, bound, provenance);
  return { month, because, asked, nodes, then };
}

/** Tells if a figure proves an overload: an upper bound on a latency, or on a load, does not. */
function isCertain({ bound }: Figure): boolean {
  return !isUpper(bound) && bound !== 'undecided';
}
