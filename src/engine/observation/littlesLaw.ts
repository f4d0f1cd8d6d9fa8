/**
 * Checks an observation against itself. Little's law: requests in flight = throughput x latency. For users who think
 * between requests: users = throughput x (latency + think time). Source: J. D. C. Little, "A proof for the queuing
 * formula L = lambda W", Operations Research 9(3), 1961.
 */
import { observedServersFigure } from './observedServers';
import { flipBound, joinBounds } from '../figure/bounds';
import type { Caveat, Figure } from '../figure/figure';
import { deriveFigure, observedFigure, statedFigure } from '../figure/figures';
import { withCaveats } from '../figure/provenance';
import type { Engine, Observation } from '../plan/plan';
import { clearlyLess } from '../util/rounding';
import { contradictions } from './contradictions';
import { hadEnoughRequests } from './enoughRequests';
import type { ObservationAssessment } from './observationAssessment';

export function assessObservation(observation: Observation, engine: Engine): ObservationAssessment {
  const latency = meanLatency(observation);
  const inFlight = requestsInFlight(observation, latency);
  const servers = observedServersFigure(observation, engine);
  const parallel =
    observation.parallel && statedFigure(observation.parallel, 'slots/server', 'parallel');
  const slots =
    parallel &&
    deriveFigure('slots.total', servers.value * parallel.value, 'slots', { servers, parallel });
  const expectedThroughput = throughputByLittle(observation, latency);
  const throughputGap = gapToStated(observation, expectedThroughput);
  const caveats = caveatsOf(observation, throughputGap);
  return {
    observation,
    inFlight,
    load:
      inFlight &&
      deriveFigure(
        'load.perServer',
        inFlight.value / servers.value,
        'requests/server',
        { inFlight, servers },
        inFlight.bound,
      ),
    slots,
    queueDepth: inFlight && slots && queueDepth(inFlight, slots),
    utilisation: inFlight && slots && slotUtilisation(inFlight, slots),
    latency: latency && withOwnCaveats(latency, observation, caveats),
    expectedThroughput,
    throughputGap,
    queued:
      inFlight !== undefined &&
      slots !== undefined &&
      clearlyLess(slots.value * (1 + roundingOfLoad(observation)), inFlight.value),
    caveats,
  };
}

/** Rounding error of the load: throughput and latency are written with three digits, each half a percent off. */
const ROUNDED = 0.01;

/** Share by which rounding may change the requests in flight; 0 if every user always has one. */
export function roundingOfLoad({ users, thinkTimeSeconds }: Observation): number {
  return users && thinkTimeSeconds.value === 0 ? 0 : ROUNDED;
}

function withOwnCaveats(
  latency: Figure,
  observation: Observation,
  caveats: readonly Caveat[],
): Figure {
  const own: readonly Caveat[] = hadEnoughRequests(observation, 'latency') ? [] : ['few-requests'];
  return { ...latency, provenance: withCaveats(latency.provenance, [...caveats, ...own]) };
}

/** Gap that rounding, ramp-up and drain of a benchmark explain. */
const TOLERATED_GAP = 0.1;

/** Tells if users, latency and throughput of an observation cannot all be right. */
export function contradictsItself(throughputGap: Figure | undefined): boolean {
  return throughputGap !== undefined && clearlyLess(TOLERATED_GAP, throughputGap.value);
}

/**
 * Share of failures that a benchmark always has. An observation without a number of requests hides how large its share
 * is.
 */
const TOLERATED_FAILURES = 0.01;

/** Share of the requests that failed; undefined if few enough to ignore, 1 if the number of requests is unknown. */
export function failedShare({ errors, requests }: Observation): number | undefined {
  if (!errors || errors.value === 0) return undefined;
  const share = requests ? errors.value / requests.value : 1;
  return clearlyLess(TOLERATED_FAILURES, share) ? share : undefined;
}

function caveatsOf(observation: Observation, throughputGap: Figure | undefined): readonly Caveat[] {
  const caveats: Caveat[] = [];
  if (contradictsItself(throughputGap) || contradictions(observation).length > 0) {
    caveats.push('contradicts-itself');
  }
  if (failedShare(observation) !== undefined) caveats.push('requests-failed');
  return caveats;
}

/** Requests in flight beyond the slots. */
export function queueDepth(inFlight: Figure, slots: Figure): Figure {
  const depth = Math.max(0, inFlight.value - slots.value);
  return deriveFigure('queue.depth', depth, 'requests', { inFlight, slots }, inFlight.bound);
}

/** Share of the slots that work on a request. */
export function slotUtilisation(inFlight: Figure, slots: Figure): Figure {
  const share = Math.min(1, inFlight.value / slots.value);
  return deriveFigure('slots.utilisation', share, 'share', { inFlight, slots }, inFlight.bound);
}

/** Tells if a stated throughput is impossible for users who wait at least this long, even with a tolerated gap. */
export function outpaces(
  { users, throughputPerSecond, thinkTimeSeconds }: Observation,
  leastSeconds: number,
): boolean {
  if (!users || !throughputPerSecond) return false;
  const most = users.value / (leastSeconds + thinkTimeSeconds.value);
  return clearlyLess(most * (1 + TOLERATED_GAP), throughputPerSecond.value);
}

/** Mean latency as stated. Otherwise the time that users and throughput leave for it; undefined if they leave none. */
function meanLatency(observation: Observation): Figure | undefined {
  const source = observation.source.value;
  if (observation.latencySeconds) return observedFigure(observation.latencySeconds, 's', source);
  if (!observation.users || !observation.throughputPerSecond) return undefined;
  const users = observedFigure(observation.users, 'users', source);
  const throughput = observedFigure(observation.throughputPerSecond, 'requests/s', source);
  const thinkTime = thinkTimeOf(observation);
  const seconds = users.value / throughput.value - thinkTime.value;
  if (!(seconds > 0)) return undefined;
  return deriveFigure(
    'latency.littlesLaw',
    seconds,
    's',
    { users, throughput, thinkTime },
    flipBound(throughput.bound),
  );
}

function requestsInFlight(
  observation: Observation,
  latency: Figure | undefined,
): Figure | undefined {
  const source = observation.source.value;
  if (observation.users) {
    const users = observedFigure(observation.users, 'users', source);
    const thinkTime = thinkTimeOf(observation);
    if (thinkTime.value === 0) {
      return deriveFigure('inFlight.users', users.value, 'requests', { users });
    }
    if (!latency) return undefined;
    const inFlight = (users.value * latency.value) / (latency.value + thinkTime.value);
    return deriveFigure(
      'inFlight.closed',
      inFlight,
      'requests',
      { users, thinkTime, latency },
      latency.bound,
    );
  }
  if (!latency) return undefined;
  if (observation.throughputPerSecond) {
    const throughput = observedFigure(observation.throughputPerSecond, 'requests/s', source);
    const bound = joinBounds(throughput.bound, latency.bound);
    return deriveFigure(
      'inFlight.littlesLaw',
      throughput.value * latency.value,
      'requests',
      { throughput, latency },
      bound,
    );
  }
  if (observation.ratePerSecond) {
    const rate = observedFigure(observation.ratePerSecond, 'requests/s', source);
    return deriveFigure(
      'inFlight.open',
      rate.value * latency.value,
      'requests',
      { rate, latency },
      latency.bound,
    );
  }
  return undefined;
}

function throughputByLittle(
  observation: Observation,
  latency: Figure | undefined,
): Figure | undefined {
  if (!observation.users || !observation.latencySeconds || latency?.bound !== 'exact')
    return undefined;
  const users = observedFigure(observation.users, 'users', observation.source.value);
  const thinkTime = thinkTimeOf(observation);
  const perSecond = users.value / (latency.value + thinkTime.value);
  return deriveFigure('throughput.littlesLaw', perSecond, 'requests/s', {
    users,
    latency,
    thinkTime,
  });
}

function gapToStated(observation: Observation, expected: Figure | undefined): Figure | undefined {
  const reading = observation.throughputPerSecond;
  if (!expected || reading?.bound !== 'exact') return undefined;
  const stated = observedFigure(reading, 'requests/s', observation.source.value);
  const gap = Math.abs(expected.value - stated.value) / expected.value;
  return deriveFigure('relativeGap', gap, 'share', { stated, expected });
}

function thinkTimeOf(observation: Observation): Figure {
  return statedFigure(observation.thinkTimeSeconds, 's', 'thinkTime');
}
