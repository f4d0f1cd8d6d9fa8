/**
 * Times of one observation that cannot all be right, whatever the server: percentiles that fall, a first token
 * behind the last. Readings are intervals here, so that a bound, or "about", contradicts only what is beyond it.
 */
import type { Observation, Reading, Stated } from '../plan/plan';
import { clearlyLess } from '../util/rounding';

export type ObservedTime = 'latency' | 'p50' | 'p90' | 'p95' | 'p99' | 'ttft' | 'tpot';

export type ContradictionKind =
  /** Of two percentiles the higher one is lower. */
  | 'percentiles-fall'
  /**
   * 99 of 100 requests were faster than the mean: the hundredth would have taken a multiple of all others together,
   * which in a benchmark is a failure and no latency.
   */
  | 'tail-below-mean'
  /** The first token came, on average, after the whole answer. */
  | 'first-token-after-answer'
  /** latency = ttft + (outputTokens - 1) x tpot, and it is far from that. */
  | 'tokens-do-not-add-up';

interface Contradiction {
  readonly kind: ContradictionKind;
  /** The two that contradict each other; of tokens that do not add up, `tpot` and `latency`. */
  readonly pair: readonly [ObservedTime, ObservedTime];
}

/** In the order of the percentiles; empty where everything that is stated can be true at once. */
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
  if (isAbove(latencySeconds, percentileSeconds.p99)) {
    found.push({ kind: 'tail-below-mean', pair: ['latency', 'p99'] });
  }
  if (isAbove(ttftSeconds, latencySeconds)) {
    found.push({ kind: 'first-token-after-answer', pair: ['ttft', 'latency'] });
  } else if (doNotAddUp(observation)) {
    found.push({ kind: 'tokens-do-not-add-up', pair: ['tpot', 'latency'] });
  }
  return found;
}

const NONE: readonly Contradiction[] = [];

const PERCENTILES = ['p50', 'p90', 'p95', 'p99'] as const;

/** Means of a product and products of means differ, and figures are rounded. */
const TOLERATED_GAP = 0.1;
/** What `~` may be off. */
const ABOUT = 0.1;

interface Interval {
  readonly low: number;
  readonly high: number;
}

function isAbove(a: Reading | undefined, b: Reading | undefined): boolean {
  return a !== undefined && b !== undefined && clearlyLess(readingOf(b).high, readingOf(a).low);
}

/** Only where all four are stated. */
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
