/**
 * Times of one observation that cannot all be right on any server: percentiles that fall, a first token after the last.
 * Readings are intervals here. A bound, or "about", contradicts only what is beyond it.
 */
import { objectiveOf, percentilesOf, type Time } from '../plan/objectives';
import {
  TOKEN_TIMES,
  type Observation,
  type Reading,
  type Stated,
  type TimeObjective,
} from '../plan/plan';
import { readingOf } from '../plan/readings';
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
  const { latencySeconds, ttftSeconds } = observation;
  const found = TIMES.flatMap((time) => fallingTimes(observation, time));
  if (isAbove(ttftSeconds, latencySeconds)) {
    found.push({ kind: 'first-token-after-answer', pair: ['ttft', 'latency'] });
  } else if (doNotAddUp(observation)) {
    found.push({ kind: 'tokens-do-not-add-up', pair: ['tpot', 'latency'] });
  }
  return found;
}

const TIMES: readonly Time[] = ['latency', ...TOKEN_TIMES];

/** Contradictions between the mean of a time and its percentiles. */
function fallingTimes(observation: Observation, time: Time): readonly Contradiction[] {
  const stated = percentilesOf(time).filter((key) => readingOf(observation, key));
  if (stated.length === 0) return [];
  const found: Contradiction[] = [];
  for (const [index, higher] of stated.entries()) {
    const lower = stated[index - 1];
    if (lower && isAbove(readingOf(observation, lower), readingOf(observation, higher))) {
      found.push({ kind: 'percentiles-fall', pair: [lower, higher] });
    }
  }
  const p99 = objectiveOf(time, 'p99');
  if (isAbove(readingOf(observation, time), readingOf(observation, p99))) {
    found.push({ kind: 'tail-below-mean', pair: [time, p99] });
  }
  return found;
}

/** Means of a product and products of means differ, and figures are rounded. */
const TOLERATED_GAP = 0.1;
/** Share that a value with `~` may be off. */
const ABOUT = 0.1;

interface Interval {
  readonly low: number;
  readonly high: number;
}

function isAbove(a: Reading | undefined, b: Reading | undefined): boolean {
  return a !== undefined && b !== undefined && clearlyLess(intervalOf(b).high, intervalOf(a).low);
}

/** Tells if the times of tokens do not add up to the latency; false unless all four values are stated. */
function doNotAddUp(observation: Observation): boolean {
  const { latencySeconds, ttftSeconds, tpotSeconds, outputTokens } = observation;
  if (!latencySeconds || !ttftSeconds || !tpotSeconds || !outputTokens) return false;
  const latency = intervalOf(latencySeconds);
  const [first, each, tokens] = [
    intervalOf(ttftSeconds),
    intervalOf(tpotSeconds),
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

function intervalOf(reading: Reading): Interval {
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
