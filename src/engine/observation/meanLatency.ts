/**
 * Mean latency of an observation: as stated, else as users and throughput leave it (Little's law), or as its tokens take
 * it. Where the two disagree the slower one counts.
 */
import { flipBound, isUpper, joinBounds } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { deriveFigure, observedFigure, statedFigure } from '../figure/figures';
import type { Observation } from '../plan/plan';
import { clearlyLess } from '../util/rounding';
import { isBurst } from './burst';

/** Share by which two figures of one run may differ: rounding, ramp-up and drain, means of products. */
export const TOLERATED_GAP = 0.1;

export function meanLatency(observation: Observation): Figure | undefined {
  const { latencySeconds, source } = observation;
  if (latencySeconds) return observedFigure(latencySeconds, 's', source.value);
  const byTokens = latencyOfTokens(observation);
  const byUsers = latencyByUsers(observation);
  if (!byTokens || !byUsers) return byTokens ?? byUsers;
  // in a burst, not all users had a request in flight
  if (isBurst(observation)) return byTokens;
  const mostByUsers = byUsers.value * (1 + TOLERATED_GAP);
  return !isUpper(byTokens.bound) && clearlyLess(mostByUsers, byTokens.value) ? byTokens : byUsers;
}

/** Mean that users and throughput leave where none is stated; undefined if they leave none. */
export function latencyByUsers(observation: Observation): Figure | undefined {
  return observation.latencySeconds ? undefined : leftByUsers(observation);
}

/** Time that users and throughput leave for an answer; undefined if they leave none. */
export function leftByUsers(observation: Observation): Figure | undefined {
  const inputs = usersAndThroughput(observation);
  const seconds = inputs && leftForAnswer(inputs, inputs.thinkTime.value);
  if (!inputs || seconds === undefined) return undefined;
  const bound = flipBound(inputs.throughput.bound);
  return deriveFigure('latency.littlesLaw', seconds, 's', inputs, bound);
}

/** Think time with which users, latency and throughput agree; undefined if there is none. */
export function reconcilingThinkTime(observation: Observation): Figure | undefined {
  const { latencySeconds, source } = observation;
  const stated = usersAndThroughput(observation);
  const seconds = stated && latencySeconds && leftForAnswer(stated, latencySeconds.value);
  if (!stated || !latencySeconds || seconds === undefined) return undefined;
  const { users, throughput } = stated;
  const latency = observedFigure(latencySeconds, 's', source.value);
  return deriveFigure('thinkTime.littlesLaw', seconds, 's', { users, throughput, latency });
}

/** Time of an answer by that of its tokens: ttft + (output tokens - 1) x tpot. */
function latencyOfTokens(observation: Observation): Figure | undefined {
  const { ttftSeconds, tpotSeconds, outputTokens, source } = observation;
  if (!ttftSeconds || !tpotSeconds || !outputTokens || outputTokens.value < 1) return undefined;
  const ttft = observedFigure(ttftSeconds, 's', source.value);
  const tpot = observedFigure(tpotSeconds, 's', source.value);
  const tokens = statedFigure(outputTokens, 'tokens', 'outputTokens');
  const seconds = ttft.value + (tokens.value - 1) * tpot.value;
  const bound = joinBounds(ttft.bound, tpot.bound);
  return deriveFigure('latency.ofTokens', seconds, 's', { ttft, tpot, tokens }, bound);
}

function usersAndThroughput({
  users,
  throughputPerSecond,
  thinkTimeSeconds,
  source,
}: Observation): Readonly<Record<'users' | 'throughput' | 'thinkTime', Figure>> | undefined {
  if (!users || !throughputPerSecond) return undefined;
  return {
    users: observedFigure(users, 'users', source.value),
    throughput: observedFigure(throughputPerSecond, 'requests/s', source.value),
    thinkTime: statedFigure(thinkTimeSeconds, 's', 'thinkTime'),
  };
}

/** users / throughput - other; undefined unless positive. */
function leftForAnswer(
  { users, throughput }: { readonly users: Figure; readonly throughput: Figure },
  otherSeconds: number,
): number | undefined {
  const seconds = users.value / throughput.value - otherSeconds;
  return seconds > 0 ? seconds : undefined;
}
