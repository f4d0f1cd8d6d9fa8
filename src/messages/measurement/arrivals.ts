/**
 * Whether requests have to come by chance: what that makes them wait shows only then, never with a fixed number in
 * flight. Such a run then shows for itself what a fleet keeps to (`measuredBound.ts`).
 */
import type { VerdictReason } from '../../engine/figure/reasons';
import { isAlwaysInFlight, peakRateFigure } from '../../engine/fleet/workload';
import type { Plan, Policy, Workload } from '../../engine/plan/plan';
import { ROUTING_TRAITS } from '../../engine/plan/routings';
import type { NextMeasurement } from '../../engine/recommend/nextMeasurement';
import { SHOWN_ONLY_BY_CHANCE } from '../../engine/recommend/nextMeasurements';
import type { Option } from '../../engine/recommend/recommendation';
import { ceilForgiving } from '../../engine/util/rounding';

/** What comes to one server, with the spare nodes gone. */
export interface RandomArrivals {
  readonly ratePerSecond: number;
  /** Who sends it, where users do: so many of them, and how long they think. */
  readonly users: { readonly count: number; readonly thinkTimeSeconds: number } | undefined;
  /** Coefficient of variation of the lengths of answers. */
  readonly lengthCv: number;
}

/** A fixed number in flight settles everything else, and tells the curve better. */
const SHOWN_BY_ARRIVALS: ReadonlySet<VerdictReason> = new Set<VerdictReason>([
  ...SHOWN_ONLY_BY_CHANCE,
  'modelled-tail',
]);

/** Undefined where a fixed number in flight is what to measure first. */
export function arrivalsToMeasure(
  plan: Plan,
  measurement: NextMeasurement,
): RandomArrivals | undefined {
  const { workload, policy } = plan;
  const { decides } = measurement;
  if (!workload || !restsOnChance(plan, measurement)) return undefined;
  if (!openReasons(measurement).every((reason) => SHOWN_BY_ARRIVALS.has(reason))) return undefined;
  const shares = decides.map(({ option }) => shareOf(workload, option, policy));
  return shares.reduce((a, b) => (b.ratePerSecond > a.ratePerSecond ? b : a));
}

/** Whether what chance adds stays open when a fixed number in flight has been measured. */
export function leavesArrivalsOpen(plan: Plan, measurement: NextMeasurement): boolean {
  return restsOnChance(plan, measurement) && arrivalsToMeasure(plan, measurement) === undefined;
}

function restsOnChance({ workload }: Plan, measurement: NextMeasurement): boolean {
  if (!workload || isAlwaysInFlight(workload)) return false;
  return openReasons(measurement).some((reason) => SHOWN_ONLY_BY_CHANCE.has(reason));
}

/** Whether a target can be met at all shows without chance. */
function openReasons({ decides }: NextMeasurement): readonly VerdictReason[] {
  return decides
    .filter(({ question }) => question === 'option')
    .flatMap(({ option }) => option.verdict.objectives)
    .filter(({ objective, verified }) => objective.kind !== 'budget' && !verified)
    .flatMap(({ reasons }) => reasons);
}

/** What one of its servers gets. */
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
  // by the balance, without waiting: waiting only makes them send less
  const thinking = users - (load?.value ?? 0);
  const ratePerSecond = roundedUp(thinking / thinkTimeSeconds);
  // those of many servers are spread evenly only where they share a queue
  const areSpread = ROUTING_TRAITS[routing.value].sharesQueue || servers === 1;
  const sent = { count: ceilForgiving(users), thinkTimeSeconds };
  return { ratePerSecond, users: areSpread ? sent : undefined, lengthCv };
}

/** To four digits, and never to a lighter load. */
function roundedUp(rate: number): number {
  const digit = 10 ** (Math.floor(Math.log10(rate)) - 3);
  return Number((Math.ceil(rate / digit - 1e-9) * digit).toPrecision(4));
}
