/**
 * Cost against latency: finds the scenarios that no cheaper and faster one replaces. A scenario is dominated by one
 * with evidence at least as strong. Only scenarios with the same workload, policy and currency are compared. One that
 * exceeds its memory, or rejects requests, replaces none.
 */
import type { Assessment, ScenarioAssessment } from '../assess/assessment';
import { isLower, isUpper } from '../figure/bounds';
import { obstacleOf } from '../assess/canRun';
import { groupComparable } from '../assess/comparable';
import type { Figure } from '../figure/figure';
import { memoize } from '../util/cache';
import { isBeyondObserved, rankKnown, worseOf } from '../figure/provenance';

interface Frontier {
  /** Not replaced by a cheaper and faster one, however well known; by cost. */
  readonly frontier: readonly ScenarioAssessment[];
  /** Dominated scenarios, each with the one that dominates it. */
  readonly dominated: ReadonlyMap<ScenarioAssessment, ScenarioAssessment>;
}

export const findFrontier: (assessment: Assessment) => Frontier = memoize(
  (assessment: Assessment) => {
    const frontier: ScenarioAssessment[] = [];
    const dominated = new Map<ScenarioAssessment, ScenarioAssessment>();
    const points = assessment.scenarios.flatMap(pointOf);
    for (const group of groupComparable(points, ({ scenario }) => scenario).flatMap(byCurrency)) {
      sweep(group, frontier, dominated);
    }
    return { frontier, dominated };
  },
);

interface Point {
  readonly scenario: ScenarioAssessment;
  readonly cost: number;
  readonly currency: string;
  readonly latency: Figure;
  /** Rank of the less well known of latency and cost; 0 is the best. */
  readonly rank: { readonly known: number; readonly reach: number };
  readonly runs: boolean;
}

const RANKS_KNOWN = 5;
const RANKS_REACH = 2;

/** Walks from the cheapest to the most expensive, keeping the fastest so far for each rank of evidence. */
function sweep(
  points: readonly Point[],
  frontier: ScenarioAssessment[],
  dominated: Map<ScenarioAssessment, ScenarioAssessment>,
): void {
  const sorted = [...points].sort((a, b) => a.cost - b.cost || a.latency.value - b.latency.value);
  const fastest = new Array<Point | undefined>(RANKS_KNOWN * RANKS_REACH);
  let best: Point | undefined;
  for (const point of sorted) {
    if (point.runs && (!best || !replaces(best, point))) frontier.push(point.scenario);
    for (let known = 0; known <= point.rank.known; known++) {
      for (let reach = 0; reach <= point.rank.reach; reach++) {
        const other = fastest[known * RANKS_REACH + reach];
        if (other && canDominate(other, point) && !dominated.has(point.scenario)) {
          dominated.set(point.scenario, other.scenario);
        }
      }
    }
    if (point.runs && !isLower(point.latency.bound) && point.latency.bound !== 'undecided') {
      const place = point.rank.known * RANKS_REACH + point.rank.reach;
      const other = fastest[place];
      if (!other || point.latency.value < other.latency.value) fastest[place] = point;
      if (!best || point.latency.value < best.latency.value) best = point;
    }
  }
}

/** Tells if `a` replaces `b` by its numbers: no worse on cost or latency, and better in one of them. */
function replaces(a: Point, b: Point): boolean {
  const better = a.cost < b.cost || a.latency.value < b.latency.value;
  return better && a.cost <= b.cost && a.latency.value <= b.latency.value;
}

/** Tells if `a` can dominate `b` by its evidence too: the slower one needs at least a lower bound. */
function canDominate(a: Point, b: Point): boolean {
  return replaces(a, b) && !isUpper(b.latency.bound) && b.latency.bound !== 'undecided';
}

function pointOf(scenario: ScenarioAssessment): readonly Point[] {
  const { cost, latency } = scenario;
  if (!cost || !latency || typeof cost.perHour.unit !== 'object') return [];
  const provenance = worseOf(latency.provenance, cost.perHour.provenance);
  // between measurements is as good as at one
  const rank = { known: rankKnown(provenance.known), reach: isBeyondObserved(provenance) ? 1 : 0 };
  const runs = obstacleOf(scenario) === undefined;
  const { currency } = cost.perHour.unit;
  return [{ scenario, cost: cost.perHour.value, currency, latency, rank, runs }];
}

function byCurrency(points: readonly Point[]): readonly (readonly Point[])[] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const group = groups.get(point.currency) ?? [];
    groups.set(point.currency, group);
    group.push(point);
  }
  return [...groups.values()];
}
