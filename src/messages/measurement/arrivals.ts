/**
 * Decides if a measurement needs random arrivals. Only they show random queueing; a fixed number in flight never
 * does. Such a run then also bounds a fleet (`measuredBound.ts`).
 */
import { REASONS, type VerdictReason } from '../../engine/figure/reasons';
import { isAlwaysInFlight, peakRateFigure } from '../../engine/fleet/workload';
import type { Plan, Policy, Workload } from '../../engine/plan/plan';
import { ROUTING_TRAITS } from '../../engine/plan/routings';
import type { NextMeasurement } from '../../engine/recommend/nextMeasurement';
import type { Option } from '../../engine/recommend/recommendation';
import { ceilForgiving } from '../../engine/util/rounding';

/** Arrivals at one server, without the spare nodes. */
export interface RandomArrivals {
  readonly ratePerSecond: number;
  /** Users who send the load, if users do: their count and think time. */
  readonly users: { readonly count: number; readonly thinkTimeSeconds: number } | undefined;
  /** Coefficient of variation of answer lengths. */
  readonly lengthCv: number;
}

/** Undefined where a fixed number in flight is what to measure first. */
export function arrivalsToMeasure(
  plan: Plan,
  measurement: NextMeasurement,
): RandomArrivals | undefined {
  const { workload, policy } = plan;
  const { decides } = measurement;
  if (!workload || !restsOnChance(plan, measurement)) return undefined;
  if (!openReasons(measurement).every(isShownByArrivals)) return undefined;
  const shares = decides.map(({ option }) => shareOf(workload, option, policy));
  return shares.reduce((a, b) => (b.ratePerSecond > a.ratePerSecond ? b : a));
}

/** Tells if random queueing stays open after a fixed number in flight is measured. */
export function leavesArrivalsOpen(plan: Plan, measurement: NextMeasurement): boolean {
  return restsOnChance(plan, measurement) && arrivalsToMeasure(plan, measurement) === undefined;
}

function restsOnChance({ workload }: Plan, measurement: NextMeasurement): boolean {
  if (!workload || isAlwaysInFlight(workload)) return false;
  return openReasons(measurement).some((reason) => REASONS[reason].settledBy === 'arrivals');
}

/** A fixed number in flight settles everything else, and tells the curve better. */
function isShownByArrivals(reason: VerdictReason): boolean {
  const { settledBy } = REASONS[reason];
  return settledBy === 'arrivals' || settledBy === 'anyLoad';
}

/** Lists open reasons. Feasibility of a target shows without random arrivals. */
function openReasons({ decides }: NextMeasurement): readonly VerdictReason[] {
  return decides
    .filter(({ question }) => question === 'option')
    .flatMap(({ option }) => option.verdict.objectives)
    .filter(({ objective, verified }) => objective.kind !== 'budget' && !verified)
    .flatMap(({ reasons }) => reasons);
}

/** Returns the share of the load that one server gets. */
function shareOf(workload: Workload, option: Option, { spare, routing }: Policy): RandomArrivals {
  const { nodes, engine, load } = option;
  const servers = Math.max(1, (nodes.value - spare.value) * engine.spec.servers.value);
  const lengthCv = workload.serviceCv.value;
  if (workload.kind === 'open') {
    const ratePerSecond = roundedUp(peakRateFigure(workload).value / servers);
    return { ratePerSecond, users: undefined, lengthCv };
  }
  const users = workload.users.value / servers;
  const thinkTimeSeconds = workload.thinkTimeSeconds.value;
  // uses the average balance: waiting only makes users send less
  const thinking = users - (load?.value ?? 0);
  const ratePerSecond = roundedUp(thinking / thinkTimeSeconds);
  // those of many servers are spread evenly only where they share a queue
  const areSpread = ROUTING_TRAITS[routing.value].sharesQueue || servers === 1;
  const sent = { count: ceilForgiving(users), thinkTimeSeconds };
  return { ratePerSecond, users: areSpread ? sent : undefined, lengthCv };
}

/** Rounds up to four digits, so that the load is never lighter. */
function roundedUp(rate: number): number {
  const digit = 10 ** (Math.floor(Math.log10(rate)) - 3);
  return Number((Math.ceil(rate / digit - 1e-9) * digit).toPrecision(4));
}
