/**
 * Requests in flight of an observation, by Little's law. Where users and throughput disagree, the lower throughput
 * counts: it is the less kind of the two, for the load as for what a server can do.
 */
import { joinBounds } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { deriveFigure, observedFigure, statedFigure } from '../figure/figures';
import type { Observation, Stated } from '../plan/plan';
import { clearlyLess } from '../util/rounding';

/** @param doubtsUsers The users cannot all have been in flight: the throughput may show fewer. */
export function requestsInFlight(
  observation: Observation,
  latency: Figure | undefined,
  doubtsUsers: boolean,
): Figure | undefined {
  if (!observation.users) return byThroughput(observation, latency) ?? byRate(observation, latency);
  const ofUsers = byUsers(observation, observation.users, latency);
  const fewer = doubtsUsers ? byThroughput(observation, latency) : undefined;
  return ofUsers && fewer && clearlyLess(fewer.value, ofUsers.value) ? fewer : ofUsers;
}

function byUsers(
  { thinkTimeSeconds, source }: Observation,
  stated: Stated<number>,
  latency: Figure | undefined,
): Figure | undefined {
  const users = observedFigure(stated, 'users', source.value);
  const thinkTime = statedFigure(thinkTimeSeconds, 's', 'thinkTime');
  if (thinkTime.value === 0)
    return deriveFigure('inFlight.users', users.value, 'requests', { users });
  if (!latency) return undefined;
  const inFlight = (users.value * latency.value) / (latency.value + thinkTime.value);
  const inputs = { users, thinkTime, latency };
  return deriveFigure('inFlight.closed', inFlight, 'requests', inputs, latency.bound);
}

function byThroughput(
  { throughputPerSecond, source }: Observation,
  latency: Figure | undefined,
): Figure | undefined {
  if (!throughputPerSecond || !latency) return undefined;
  const throughput = observedFigure(throughputPerSecond, 'requests/s', source.value);
  const bound = joinBounds(throughput.bound, latency.bound);
  const inFlight = throughput.value * latency.value;
  return deriveFigure('inFlight.littlesLaw', inFlight, 'requests', { throughput, latency }, bound);
}

function byRate(
  { ratePerSecond, source }: Observation,
  latency: Figure | undefined,
): Figure | undefined {
  if (!ratePerSecond || !latency) return undefined;
  const rate = observedFigure(ratePerSecond, 'requests/s', source.value);
  const inFlight = rate.value * latency.value;
  return deriveFigure('inFlight.open', inFlight, 'requests', { rate, latency }, latency.bound);
}
