/**
 * Whether requests have to arrive at a rate: what chance makes them wait shows under arrivals only, never with
 * a fixed number in flight.
 */
import type { NextMeasurement, VerdictReason } from '../../engine/assessment';
import type { Plan } from '../../engine/plan';
import { peakRateFigure } from '../../engine/workload';

/** A fixed number in flight settles everything else, and tells the curve better. */
const SHOWN_BY_ARRIVALS: ReadonlySet<VerdictReason> = new Set<VerdictReason>([
  'modelled-waiting',
  'modelled-tail',
]);

/**
 * Requests a second for one server: its share of the peak, with the spare nodes gone. Undefined where a fixed
 * number in flight is what settles the decision.
 */
export function rateToMeasure(
  { workload, policy }: Plan,
  { decides }: NextMeasurement,
): number | undefined {
  if (workload?.kind !== 'open') return undefined;
  const open = decides.flatMap(({ option }) =>
    option.verdict.objectives.filter(({ objective, verified }) => {
      return objective.kind !== 'budget' && !verified;
    }),
  );
  const reasons = open.flatMap((verdict) => verdict.reasons);
  if (!reasons.includes('modelled-waiting')) return undefined;
  if (!reasons.every((reason) => SHOWN_BY_ARRIVALS.has(reason))) return undefined;
  const servers = decides.map(
    ({ option }) => (option.nodes.value - policy.spare.value) * option.engine.engine.servers.value,
  );
  return roundedUp(peakRateFigure(workload).value / Math.max(1, Math.min(...servers)));
}

/** To four digits, and never to a lighter load. */
function roundedUp(rate: number): number {
  const digit = 10 ** (Math.floor(Math.log10(rate)) - 3);
  return Number((Math.ceil(rate / digit - 1e-9) * digit).toPrecision(4));
}
