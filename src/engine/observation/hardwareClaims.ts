/**
 * Figures of an observation that its hardware cannot reach: times below those that reading the weights or computing the
 * prompt takes, and more answers a second than the GPUs can compute. One of its figures is wrong, or what the plan says
 * of model and GPU; or a prefix cache answered for the GPUs.
 */
import { flipBound, isLower, isUpper } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { deriveFigure, observedFigure, statedFigure } from '../figure/figures';
import { computedTokens, promptFloor, throughputCeiling, type Prompt } from '../hardware/compute';
import { isBelowFloor, objectiveFloor } from '../hardware/floor';
import { objectiveOf, type Time } from '../plan/objectives';
import { TAILS } from '../plan/percentiles';
import type {
  Engine,
  KeyPath,
  Observation,
  Reading,
  Stated,
  TimeObjective,
  Workload,
} from '../plan/plan';
import { readingOf } from '../plan/readings';
import { clearlyLess } from '../util/rounding';
import { TOLERATED_GAP } from './meanLatency';
import type { ObservationAssessment } from './observationAssessment';
import { observedServersFigure } from './observedServers';
import { answerTokens } from './observedTimes';

export type HardwareClaim = {
  /** Place of the figure in the plan; undefined if it follows from others. */
  readonly path: KeyPath | undefined;
  /** As stated, or what follows from users and throughput or latency. */
  readonly stated: Figure;
  readonly limit: Figure;
} & (
  | { readonly by: 'bandwidth' | 'prompt'; readonly kind: TimeObjective }
  | { readonly by: 'throughput'; readonly kind: 'throughput' }
);

type Observed = Pick<ObservationAssessment, 'observation' | 'latency' | 'expectedThroughput'>;

/**
 * Claims beyond the hardware; of those for the same cause the first.
 * @param workload Its token lengths count for an observation that does not state its own.
 */
export function claimsBeyondHardware(
  engine: Engine,
  observed: Observed,
  workload: Workload | undefined,
): readonly HardwareClaim[] {
  const byBandwidth = bandwidthClaims(engine, observed, workload).filter(
    ({ stated, limit }) => !isLower(stated.bound) && isBelow(stated, limit),
  );
  const byCompute =
    promptClaim(engine, observed, workload) ?? throughputClaim(engine, observed, workload);
  return byCompute ? [...byBandwidth, byCompute] : byBandwidth;
}

/** Times that reading the weights for each token rules out. */
function bandwidthClaims(
  engine: Engine,
  observed: Observed,
  workload: Workload | undefined,
): readonly HardwareClaim[] {
  const { observation } = observed;
  const outputTokens = answerTokens(observation, workload);
  const lengths = { outputTokens, promptTokens: undefined };
  const floorOf = (kind: TimeObjective) => objectiveFloor(engine, lengths, kind);
  const readings = [
    ...highestTail(observation, 'latency'),
    ['tpot', observation.tpotSeconds] as const,
    ...highestTail(observation, 'tpot'),
  ];
  return [
    ...latencyClaim(observed, floorOf('latency')),
    ...readings.flatMap(([kind, reading]) => {
      const limit = floorOf(kind);
      if (!reading || !limit) return [];
      const stated = observedFigure(reading, 's', observation.source.value);
      return [{ by: 'bandwidth', kind, path: reading.path, stated, limit } as const];
    }),
  ];
}

/** As stated, or as users and throughput have it. */
function latencyClaim(
  { observation, latency: stated }: Observed,
  limit: Figure | undefined,
): readonly HardwareClaim[] {
  if (!stated || !limit) return [];
  const { latencySeconds, throughputPerSecond } = observation;
  if (!latencySeconds && !outpaces(observation, limit.value)) return [];
  const { path } = latencySeconds ?? throughputPerSecond ?? observation;
  return [{ by: 'bandwidth', kind: 'latency', path, stated, limit }];
}

/** Tells if a stated throughput is impossible for users who wait at least this long, even with a tolerated gap. */
function outpaces(
  { users, throughputPerSecond, thinkTimeSeconds }: Observation,
  leastSeconds: number,
): boolean {
  if (!users || !throughputPerSecond) return false;
  const most = users.value / (leastSeconds + thinkTimeSeconds.value);
  return clearlyLess(most * (1 + TOLERATED_GAP), throughputPerSecond.value);
}

/** The others are no higher. */
function highestTail(
  observation: Observation,
  time: Time,
): readonly (readonly [TimeObjective, Reading])[] {
  for (const percentile of TAILS) {
    const kind = objectiveOf(time, percentile);
    const reading = readingOf(observation, kind);
    if (reading) return [[kind, reading]];
  }
  return [];
}

/** A first token, or else a whole answer, before the prompt can have been computed. */
function promptClaim(
  engine: Engine,
  { observation }: Observed,
  workload: Workload | undefined,
): HardwareClaim | undefined {
  const limit = promptFloor(engine, promptOf(observation, workload));
  const claim = limit && earliest(observation);
  if (!claim) return undefined;
  const [kind, reading] = claim;
  const stated = observedFigure(reading, 's', observation.source.value);
  if (isLower(stated.bound) || !isBelow(stated, limit)) return undefined;
  return { by: 'prompt', kind, path: reading.path, stated, limit };
}

/** Time that comes next to that of the first token. */
function earliest(observation: Observation): readonly [TimeObjective, Reading] | undefined {
  for (const time of ['ttft', 'latency'] as const) {
    const mean = readingOf(observation, time);
    const [tail] = highestTail(observation, time);
    if (mean) return [time, mean];
    if (tail) return tail;
  }
  return undefined;
}

/** More answers a second than all servers can compute: stated, or by latency and users or slots. */
function throughputClaim(
  engine: Engine,
  observed: Observed,
  workload: Workload | undefined,
): HardwareClaim | undefined {
  const { observation, expectedThroughput } = observed;
  const { throughputPerSecond: reading, source, path } = observation;
  const stated = reading
    ? observedFigure(reading, 'requests/s', source.value)
    : (expectedThroughput ?? throughputOfSlots(engine, observed));
  const tokens = tokensOf(promptOf(observation, workload), answerTokens(observation, workload));
  const ofServer = tokens && throughputCeiling(engine, tokens);
  if (!stated || !ofServer || isUpper(stated.bound)) return undefined;
  const servers = observedServersFigure(observation, engine);
  const most = ofServer.value * servers.value;
  if (!clearlyLess(most, stated.value)) return undefined;
  const limit =
    servers.value === 1
      ? ofServer
      : deriveFigure('ceiling.ofServers', most, 'requests/s', { ofServer, servers });
  return { by: 'throughput', kind: 'throughput', path: reading?.path ?? path, stated, limit };
}

/** Throughput of slots that are all in use, as they are if an observation states nothing else of its load. */
function throughputOfSlots(engine: Engine, { observation, latency }: Observed): Figure | undefined {
  const { parallel: stated, users, ratePerSecond } = observation;
  if (!stated || users || ratePerSecond || !latency || !(latency.value > 0)) return undefined;
  const servers = observedServersFigure(observation, engine);
  const parallel = statedFigure(stated, 'slots/server', 'parallel');
  const total = servers.value * parallel.value;
  const slots = deriveFigure('slots.total', total, 'slots', { servers, parallel });
  const bound = flipBound(latency.bound);
  const inputs = { slots, latency };
  return deriveFigure('throughput.full', total / latency.value, 'requests/s', inputs, bound);
}

/** The observation's own prompt; that of the workload if it states none. */
function promptOf(observation: Observation, workload: Workload | undefined): Prompt {
  return observation.promptTokens || !workload ? observation : workload;
}

function tokensOf(prompt: Prompt, answer: Stated<number> | undefined): Figure | undefined {
  const promptTokens = computedTokens(prompt);
  const outputTokens = answer && statedFigure(answer, 'tokens', 'outputTokens');
  if (!promptTokens || !outputTokens) return promptTokens ?? outputTokens;
  const both = promptTokens.value + outputTokens.value;
  return deriveFigure('tokens.perRequest', both, 'tokens', { promptTokens, outputTokens });
}

function isBelow({ value, bound }: Figure, floor: Figure): boolean {
  return bound !== 'undecided' && isBelowFloor(value, floor);
}
