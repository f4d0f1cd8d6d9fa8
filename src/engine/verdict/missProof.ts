/** A measurement that alone shows a miss: at a load no heavier than the fleet's it was beyond the limit. */
import type { CurvePoint } from '../curve/curve';
import { isUpper, keepsLimit } from '../figure/bounds';
import type { Fleet } from '../fleet/fleet';
import { wasLoadedAtMost } from '../fleet/measuredBound';
import { peakRate } from '../fleet/operate';
import { compareTokens } from '../observation/tokens';
import { compareSpread } from '../curve/lengthSpread';
import { partsOf } from '../plan/objectives';
import { isTail } from '../plan/percentiles';
import type { TimeObjective } from '../plan/plan';
import { isMeasured } from '../plan/sources';
import { atMost } from '../util/rounding';
import type { TimeLimit } from './verdict';

/** The highest measurement at no heavier a load that alone shows the miss. */
export function findMissProof(
  { kind, limitSeconds, strict }: TimeLimit,
  fleet: Fleet,
  points: readonly CurvePoint[],
): CurvePoint | undefined {
  const isMiss = (seconds: number): boolean =>
    keepsLimit(seconds, '>=', limitSeconds, strict) === false;
  let best: CurvePoint | undefined;
  for (const point of points) {
    if (best && best.latency.value >= point.latency.value) continue;
    const { value } = point.latency;
    // the limit first: most points keep it, and a number is quickly compared
    if (!isMiss(value) || !isLowerBoundFor(fleet, point, kind)) continue;
    if (isMiss(value - fleet.measuredWaiting(kind, point))) best = point;
  }
  return best;
}

function isLowerBoundFor(fleet: Fleet, point: CurvePoint, kind: TimeObjective): boolean {
  const { load, model, servers } = fleet;
  const { engine, parallel, workload } = model;
  const { bound, provenance } = point.latency;
  // a load that may be lower makes no measurement a lower bound
  if (!load || isUpper(load.bound) || !isMeasured(provenance.known)) return false;
  if (provenance.caveats.length > 0 || isUpper(bound) || bound === 'undecided') return false;
  const isLighter =
    (atMost(point.load, Math.min(load.value, parallel)) && isReached(fleet, point)) ||
    point.observations.every(({ observation }) =>
      wasLoadedAtMost(model, servers.value, observation),
    );
  if (!isLighter) return false;
  if (engine.curve.follows === 'parallel' && !atMost(point.at, parallel)) return false;
  return point.observations.every(
    ({ observation }) =>
      compareTokens(observation, workload) === 'same' &&
      (neverFallsBySpread(kind) || compareSpread(observation, workload) === 'same'),
  );
}

/** Times that are no lower where lengths vary. The median is: most answers are shorter than the mean. */
function neverFallsBySpread(kind: TimeObjective): boolean {
  const { percentile } = partsOf(kind);
  return percentile === undefined || isTail(percentile);
}

/**
 * By the point alone: were answers no slower than they were there, as much would be in flight. The load of a
 * scenario may rest on a guess, and then proves nothing.
 */
function isReached(fleet: Fleet, { load, observations }: CurvePoint): boolean {
  const means = observations.map(({ observation }) => observation.latencySeconds?.value);
  const [mean] = means;
  return mean === undefined || means.length > 1 || atMost(load, loadAt(fleet, mean));
}

/** Requests in flight on one server, were this its mean latency: by Little's law. */
function loadAt({ model: { workload }, servers }: Fleet, latencySeconds: number): number {
  if (workload.kind === 'open') return (peakRate(workload) * latencySeconds) / servers.value;
  const thinkTime = workload.thinkTimeSeconds.value;
  const users = workload.users.value / servers.value;
  return (users * latencySeconds) / (latencySeconds + thinkTime);
}
