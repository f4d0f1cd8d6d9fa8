/**
 * Times of one observation that cannot all be right on any server: percentiles that fall, a first token after the last.
 * Readings are intervals here. A bound, or "about", contradicts only what is beyond it.
 */
import type { Figure } from '../figure/figure';
import { objectiveOf, percentilesOf, type Time } from '../plan/objectives';
import { isFarTail, isTail } from '../plan/percentiles';
import {
  PERCENTILES,
  TOKEN_TIMES,
  type Bound,
  type Observation,
  type Percentile,
  type Reading,
  type Stated,
  type TimeObjective,
} from '../plan/plan';
import { readingOf } from '../plan/readings';
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
  const derived = latencyByUsers(observation);
  const ofAnswer = fallingTimes(observation, 'latency', derived);
  // a mean that follows from other figures is wrong for one reason
  const isSaid = ofAnswer.some((each) => each.derived !== undefined);
  return [
    ...ofAnswer,
    ...TOKEN_TIMES.flatMap((time) => fallingTimes(observation, time, undefined)),
    ...(isSaid ? [] : ofTokens(observation, derived)),
  ];
}

/**
 * Contradictions between percentiles of a time, and with its mean.
 * @param derived Mean that follows from other figures.
 */
function fallingTimes(
  observation: Observation,
  time: Time,
  derived: Figure | undefined,
): readonly Contradiction[] {
  const stated = percentilesOf(time).filter((key) => readingOf(observation, key));
  if (stated.length === 0) return [];
  const found: Contradiction[] = [];
  for (const [index, higher] of stated.entries()) {
    const lower = stated[index - 1];
    if (lower && isAbove(readingOf(observation, lower), readingOf(observation, higher))) {
      found.push({ kind: 'percentiles-fall', pair: [lower, higher], derived: undefined });
    }
  }
  const tail = tailBelow(observation, time, meanOf(observation, time, derived));
  return tail ? [...found, { ...tail, derived }] : found;
}

/** Percentiles that no credible mean is above, and those that it may be a little above; the lowest first. */
const FAR_TAILS = PERCENTILES.filter(isFarTail);
const NEAR_TAILS = PERCENTILES.filter((each) => isTail(each) && !isFarTail(each));

/** A percentile that the mean cannot be above, or hardly: then a few requests take many times as long as all others. */
function tailBelow(
  observation: Observation,
  time: Time,
  mean: Interval | undefined,
): Pick<Contradiction, 'kind' | 'pair'> | undefined {
  if (!mean) return undefined;
  const isBeyond = (percentile: Percentile, tolerated: number): boolean => {
    const reading = readingOf(observation, objectiveOf(time, percentile));
    return (
      reading !== undefined && clearlyLess(intervalOf(reading).high * (1 + tolerated), mean.low)
    );
  };
  const farTail = FAR_TAILS.find((percentile) => isBeyond(percentile, 0));
  if (farTail) return { kind: 'tail-below-mean', pair: [time, objectiveOf(time, farTail)] };
  // a few first tokens may well wait long, and whole answers differ less
  if (time !== 'latency') return undefined;
  const nearTail = NEAR_TAILS.find((percentile) => isBeyond(percentile, TOLERATED_GAP));
  return nearTail && { kind: 'percentile-below-mean', pair: [time, nearTail] };
}

/** Contradictions between the mean of an answer and the times of its tokens. */
function ofTokens(observation: Observation, derived: Figure | undefined): readonly Contradiction[] {
  const mean = meanOf(observation, 'latency', derived);
  const { ttftSeconds } = observation;
  if (!mean || !ttftSeconds) return [];
  if (clearlyLess(mean.high, intervalOf(ttftSeconds).low)) {
    return [{ kind: 'first-token-after-answer', pair: ['ttft', 'latency'], derived }];
  }
  if (!doNotAddUp(observation, mean)) return [];
  return [{ kind: 'tokens-do-not-add-up', pair: ['tpot', 'latency'], derived }];
}

function meanOf(
  observation: Observation,
  time: Time,
  derived: Figure | undefined,
): Interval | undefined {
  const stated = readingOf(observation, time);
  return stated ? intervalOf(stated) : derived && roundedOf(derived);
}

/** Rounding of a mean that follows from users and throughput, written with three digits. */
const ROUNDED = 0.01;
/** Share that a value with `~` may be off. */
const ABOUT = 0.1;

interface Interval {
  readonly low: number;
  readonly high: number;
}

function isAbove(a: Reading | undefined, b: Reading | undefined): boolean {
  return a !== undefined && b !== undefined && clearlyLess(intervalOf(b).high, intervalOf(a).low);
}

/** Tells if the times of tokens do not add up to the mean; false unless all values are stated. */
function doNotAddUp(observation: Observation, mean: Interval): boolean {
  const { ttftSeconds, tpotSeconds, outputTokens } = observation;
  if (!ttftSeconds || !tpotSeconds || !outputTokens) return false;
  const [first, each, tokens] = [
    intervalOf(ttftSeconds),
    intervalOf(tpotSeconds),
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

function intervalOf(reading: Reading): Interval {
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
