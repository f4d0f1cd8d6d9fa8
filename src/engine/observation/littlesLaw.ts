/**
 * Checks an observation against itself. Little's law: requests in flight = throughput x latency. For users who think
 * between requests: users = throughput x (latency + think time). Source: J. D. C. Little, "A proof for the queuing
 * formula L = lambda W", Operations Research 9(3), 1961.
 */
import { flipBound, isLower, joinBounds } from '../figure/bounds';
import type { Caveat, Figure } from '../figure/figure';
import { deriveFigure, observedFigure, statedFigure } from '../figure/figures';
import { withCaveats } from '../figure/provenance';
import type { Engine, Observation } from '../plan/plan';
import { clearlyLess } from '../util/rounding';
import { isBurst } from './burst';
import { contradictions } from './contradictions';
import { hadEnoughRequests } from './enoughRequests';
import { claimsBeyondHardware } from './hardwareClaims';
import { requestsInFlight } from './inFlight';
import { leftByUsers, meanLatency, TOLERATED_GAP } from './meanLatency';
import type { ObservationAssessment } from './observationAssessment';
import { observedServersFigure } from './observedServers';

export function assessObservation(observation: Observation, engine: Engine): ObservationAssessment {
  const latency = meanLatency(observation);
  const expectedThroughput = throughputByLittle(observation, latency);
  const throughputGap = gapToStated(observation, expectedThroughput);
  const parts = { observation, latency, expectedThroughput, throughputGap };
  const caveats = caveatsOf(parts, engine);
  const doubtsUsers = contradictsItself(throughputGap) || isBurst(observation);
  const inFlight = requestsInFlight(observation, latency, doubtsUsers);
  const assessed: ObservationAssessment = {
    ...parts,
    ...onServers(observation, engine, inFlight),
    latency: latency && withOwnCaveats(latency, observation, caveats),
    withAllUsers: undefined,
    caveats,
  };
  return doubtsUsers ? { ...assessed, withAllUsers: withAllUsers(assessed, engine) } : assessed;
}

/** The observation with all users in flight at its throughput; undefined if that is no more than it has. */
function withAllUsers(
  assessed: ObservationAssessment,
  engine: Engine,
): ObservationAssessment | undefined {
  const { observation, inFlight, caveats } = assessed;
  const latency = leftByUsers(observation);
  const all = latency && requestsInFlight(observation, latency, false);
  if (!all || !inFlight || !clearlyLess(inFlight.value, all.value)) return undefined;
  return {
    ...assessed,
    ...onServers(observation, engine, all),
    latency: withOwnCaveats(latency, observation, caveats),
  };
}

/** Figures that follow from the requests in flight on the servers of an observation. */
function onServers(
  observation: Observation,
  engine: Engine,
  inFlight: Figure | undefined,
): Pick<
  ObservationAssessment,
  'inFlight' | 'load' | 'slots' | 'queueDepth' | 'utilisation' | 'queued'
> {
  const servers = observedServersFigure(observation, engine);
  const parallel =
    observation.parallel && statedFigure(observation.parallel, 'slots/server', 'parallel');
  const slots =
    parallel &&
    deriveFigure('slots.total', servers.value * parallel.value, 'slots', { servers, parallel });
  return {
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
    queued:
      inFlight !== undefined &&
      slots !== undefined &&
      clearlyLess(slots.value * (1 + roundingOfLoad(observation)), inFlight.value),
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

function caveatsOf(
  observed: Pick<
    ObservationAssessment,
    'observation' | 'latency' | 'expectedThroughput' | 'throughputGap'
  >,
  engine: Engine,
): readonly Caveat[] {
  const { observation, throughputGap } = observed;
  const caveats: Caveat[] = [];
  if (contradictsItself(throughputGap) || contradictions(observation).length > 0) {
    caveats.push('contradicts-itself');
  }
  if (isBurst(observation)) caveats.push('burst');
  if (claimsBeyondHardware(engine, observed, undefined).length > 0) caveats.push('beyond-hardware');
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

function throughputByLittle(
  { users: stated, latencySeconds, thinkTimeSeconds, source }: Observation,
  latency: Figure | undefined,
): Figure | undefined {
  if (!stated || !latencySeconds || !latency) return undefined;
  const users = observedFigure(stated, 'users', source.value);
  const thinkTime = statedFigure(thinkTimeSeconds, 's', 'thinkTime');
  const perSecond = users.value / (latency.value + thinkTime.value);
  const inputs = { users, latency, thinkTime };
  const bound = flipBound(latency.bound);
  return deriveFigure('throughput.littlesLaw', perSecond, 'requests/s', inputs, bound);
}

/** |expected - stated| / expected, at least; undefined if bounds leave open that both are the same. */
function gapToStated(
  { throughputPerSecond, source }: Observation,
  expected: Figure | undefined,
): Figure | undefined {
  if (!expected || !throughputPerSecond) return undefined;
  const stated = observedFigure(throughputPerSecond, 'requests/s', source.value);
  const gap = (stated.value - expected.value) / expected.value;
  // how much more is expected than stated, or less
  const apart = joinBounds(expected.bound, flipBound(stated.bound));
  const bound = gap < 0 ? apart : flipBound(apart);
  if (bound !== 'exact' && !isLower(bound)) return undefined;
  return deriveFigure('relativeGap', Math.abs(gap), 'share', { stated, expected }, bound);
}
