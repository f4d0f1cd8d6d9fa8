/**
 * Times of one observation that cannot all be right on any server: percentiles that fall, a first token after the last.
 * Readings are intervals here. A bound, or "about", contradicts only what is beyond it.
 */
import type { Figure } from '../figure/figure';
import {
  PERCENTILES,
  type Bound,
  type Observation,
  type Reading,
  type Stated,
  type TimeObjective,
} from '../plan/plan';
import { clearlyLess } from '../util/rounding';
import { latencyByUsers, TOLERATED_GAP } from './meanLatency';

export type ObservedTime = TimeObjective;

export type ContradictionKind =
  /** The higher one of two percentiles is lower. */
  | 'percentiles-fall'
  /**
   * 99 of 100 requests were faster than the mean. The hundredth would then take a multiple of all others together,
   * which in a benchmark is a failure and no latency.
   */
  | 'tail-below-mean'
  /** The mean is far above a percentile: the few slower requests would take many times as long as all others. */
  | 'percentile-below-mean'
  /** The first token arrived, on average, after the whole answer. */
  | 'first-token-after-answer'
  /** latency = ttft + (outputTokens - 1) x tpot does not hold by far. */
  | 'tokens-do-not-add-up';

interface Contradiction {
  readonly kind: ContradictionKind;
  /** The two times that contradict each other; `tpot` and `latency` for tokens that do not add up. */
  readonly pair: readonly [ObservedTime, ObservedTime];
  /** Mean that users and throughput leave, if it is the `latency` of the pair and none is stated. */
  readonly derived: Figure | undefined;
}

/** Contradictions in the order of the percentiles; empty if all statements can be true at once. */
export function contradictions(observation: Observation): readonly Contradiction[] {
  const { percentileSeconds, ttftSeconds } = observation;
  const stated = PERCENTILES.filter((key) => percentileSeconds[key] !== undefined);
  if (stated.length === 0 && !ttftSeconds) return NONE;
  const found: Contradiction[] = [];
  for (const [index, higher] of stated.entries()) {
    const lower = stated[index - 1];
    if (lower && isAbove(percentileSeconds[lower], percentileSeconds[higher])) {
      found.push({ kind: 'percentiles-fall', pair: [lower, higher], derived: undefined });
    }
  }
  return [...found, ...ofTheMean(observation)];
}

/** Contradictions of the mean, which is stated or follows from users and throughput. */
function ofTheMean(observation: Observation): readonly Contradiction[] {
  const { percentileSeconds, ttftSeconds } = observation;
  const derived = latencyByUsers(observation);
  const mean = observation.latencySeconds
    ? readingOf(observation.latencySeconds)
    : derived && roundedOf(derived);
  if (!mean) return NONE;
  const found: Contradiction[] = [];
  const tail = tailBelow(mean, percentileSeconds);
  if (tail) found.push({ ...tail, derived });
  // one that follows from other figures is wrong for one reason
  if (tail && derived) return found;
  if (ttftSeconds && clearlyLess(mean.high, readingOf(ttftSeconds).low)) {
    found.push({ kind: 'first-token-after-answer', pair: ['ttft', 'latency'], derived });
  } else if (doNotAddUp(observation, mean)) {
    found.push({ kind: 'tokens-do-not-add-up', pair: ['tpot', 'latency'], derived });
  }
  return found;
}

/** A percentile that the mean cannot be above, or hardly: then a few requests take many times as long as all others. */
function tailBelow(
  mean: Interval,
  percentileSeconds: Observation['percentileSeconds'],
): Pick<Contradiction, 'kind' | 'pair'> | undefined {
  const isBeyond = (reading: Reading | undefined, tolerated: number): boolean =>
    reading !== undefined && clearlyLess(readingOf(reading).high * (1 + tolerated), mean.low);
  if (isBeyond(percentileSeconds.p99, 0)) {
    return { kind: 'tail-below-mean', pair: ['latency', 'p99'] };
  }
  const far = (['p90', 'p95'] as const).find((key) =>
    isBeyond(percentileSeconds[key], TOLERATED_GAP),
  );
  return far && { kind: 'percentile-below-mean', pair: ['latency', far] };
}

const NONE: readonly Contradiction[] = [];

/** Rounding of a mean that follows from users and throughput, written with three digits. */
const ROUNDED = 0.01;
/** Share that a value with `~` may be off. */
const ABOUT = 0.1;

interface Interval {
  readonly low: number;
  readonly high: number;
}

function isAbove(a: Reading | undefined, b: Reading | undefined): boolean {
  return a !== undefined && b !== undefined && clearlyLess(readingOf(b).high, readingOf(a).low);
}

/** Tells if the times of tokens do not add up to the mean; false unless all values are stated. */
function doNotAddUp(observation: Observation, mean: Interval): boolean {
  const { ttftSeconds, tpotSeconds, outputTokens } = observation;
  if (!ttftSeconds || !tpotSeconds || !outputTokens) return false;
  const [first, each, tokens] = [
    readingOf(ttftSeconds),
    readingOf(tpotSeconds),
    around(outputTokens),
  ];
  if (!(tokens.low > 1)) return false;
  const low = first.low + each.low * (tokens.low - 1);
  const high = first.high + each.high * (tokens.high - 1);
  return (
    clearlyLess(mean.high * (1 + TOLERATED_GAP), low) ||
    clearlyLess(high, mean.low * (1 - TOLERATED_GAP))
  );
}

function readingOf(reading: Reading): Interval {
  return within(around(reading), reading.bound);
}

function roundedOf({ value, bound }: Figure): Interval {
  return within({ low: value * (1 - ROUNDED), high: value * (1 + ROUNDED) }, bound);
}

function within({ low, high }: Interval, bound: Bound): Interval {
  switch (bound) {
    case '<':
    case '<=':
      return { low: 0, high };
    case '>':
    case '>=':
      return { low, high: Infinity };
    case 'exact':
      return { low, high };
    case 'undecided':
      return { low: 0, high: Infinity };
  }
}

function around({ value, approximate }: Stated<number>): Interval {
  const off = approximate ? ABOUT * value : 0;
  return { low: value - off, high: value + off };
}
