/**
 * Times of one observation that cannot all be right on any server: percentiles that fall, a first token after the last.
 * Readings are intervals here. A bound, or "about", contradicts only what is beyond it.
 */
import { isFarTail } from '../plan/percentiles';
import {
  PERCENTILES,
  type Observation,
  type Reading,
  type Stated,
  type TimeObjective,
} from '../plan/plan';
import { clearlyLess } from '../util/rounding';

export type ObservedTime = TimeObjective;

export type ContradictionKind =
  /** The higher one of two percentiles is lower. */
  | 'percentiles-fall'
  /**
   * 99 of 100 requests were faster than the mean. The hundredth would then take a multiple of all others together,
   * which in a benchmark is a failure and no latency.
   */
  | 'tail-below-mean'
  /** The first token arrived, on average, after the whole answer. */
  | 'first-token-after-answer'
  /** latency = ttft + (outputTokens - 1) x tpot does not hold by far. */
  | 'tokens-do-not-add-up';

interface Contradiction {
  readonly kind: ContradictionKind;
  /** The two times that contradict each other; `tpot` and `latency` for tokens that do not add up. */
  readonly pair: readonly [ObservedTime, ObservedTime];
}

/** Contradictions in the order of the percentiles; empty if all statements can be true at once. */
export function contradictions(observation: Observation): readonly Contradiction[] {
  const { percentileSeconds, latencySeconds, ttftSeconds } = observation;
  const stated = PERCENTILES.filter((key) => percentileSeconds[key] !== undefined);
  if (stated.length === 0 && !ttftSeconds) return NONE;
  const found: Contradiction[] = [];
  for (const [index, higher] of stated.entries()) {
    const lower = stated[index - 1];
    if (lower && isAbove(percentileSeconds[lower], percentileSeconds[higher])) {
      found.push({ kind: 'percentiles-fall', pair: [lower, higher] });
    }
  }
  const below = stated.find(
    (key) => isFarTail(key) && isAbove(latencySeconds, percentileSeconds[key]),
  );
  if (below) found.push({ kind: 'tail-below-mean', pair: ['latency', below] });
  if (isAbove(ttftSeconds, latencySeconds)) {
    found.push({ kind: 'first-token-after-answer', pair: ['ttft', 'latency'] });
  } else if (doNotAddUp(observation)) {
    found.push({ kind: 'tokens-do-not-add-up', pair: ['tpot', 'latency'] });
  }
  return found;
}

const NONE: readonly Contradiction[] = [];

/** Means of a product and products of means differ, and figures are rounded. */
const TOLERATED_GAP = 0.1;
/** Share that a value with `~` may be off. */
const ABOUT = 0.1;

interface Interval {
  readonly low: number;
  readonly high: number;
}

function isAbove(a: Reading | undefined, b: Reading | undefined): boolean {
  return a !== undefined && b !== undefined && clearlyLess(readingOf(b).high, readingOf(a).low);
}

/** Tells if the times of tokens do not add up to the latency; false unless all four values are stated. */
function doNotAddUp(observation: Observation): boolean {
  const { latencySeconds, ttftSeconds, tpotSeconds, outputTokens } = observation;
  if (!latencySeconds || !ttftSeconds || !tpotSeconds || !outputTokens) return false;
  const latency = readingOf(latencySeconds);
  const [first, each, tokens] = [
    readingOf(ttftSeconds),
    readingOf(tpotSeconds),
    around(outputTokens),
  ];
  if (!(tokens.low > 1)) return false;
  const low = first.low + each.low * (tokens.low - 1);
  const high = first.high + each.high * (tokens.high - 1);
  return (
    clearlyLess(latency.high * (1 + TOLERATED_GAP), low) ||
    clearlyLess(high, latency.low * (1 - TOLERATED_GAP))
  );
}

function readingOf(reading: Reading): Interval {
  const { low, high } = around(reading);
  switch (reading.bound) {
    case '<':
    case '<=':
      return { low: 0, high };
    case '>':
    case '>=':
      return { low, high: Infinity };
    case 'exact':
      return { low, high };
  }
}

function around({ value, approximate }: Stated<number>): Interval {
  const off = approximate ? ABOUT * value : 0;
  return { low: value - off, high: value + off };
}
