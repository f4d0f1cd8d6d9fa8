/** Tells if observed percentiles are of requests that varied less than those of the workload. */
import type { Fleet } from './fleet';
import { PERCENTILE_SHARES } from '../plan/percentiles';
import type { Percentile } from '../plan/plan';
import { workDistribution } from '../queueing/workDistribution';

/** Share of the workload's own multiple of the mean that counts as the same. */
const SAME = 0.1;

/**
 * A benchmark with answers of one length has percentiles near its mean. They say nothing of a workload that states how
 * much its work varies.
 * @param seconds Percentile of the observations at the load of the fleet.
 */
export function variesLessThanWork(
  { model: { workload }, service }: Fleet,
  percentile: Percentile,
  seconds: number,
): boolean {
  const { serviceCv } = workload;
  if (serviceCv.path === undefined || !service) return false;
  const asked = workDistribution(serviceCv.value).quantile(PERCENTILE_SHARES[percentile]);
  const shown = seconds / service.value;
  return asked >= 1 ? shown < asked * (1 - SAME) : shown > asked * (1 + SAME);
}
