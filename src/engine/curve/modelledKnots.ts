/** Samples a modelled curve so finely that straight lines from sample to sample are the curve. */
import { bisectLeft } from '../util/bisectLeft';
import type { CurveRange } from './curve';
import type { Points } from './fit/leastSquares';

/** Ratio of neighbouring loads of the samples: latency errs by less than 0.5 % between them. */
const RATIO = 1.25;

/** Largest load that is sampled; beyond it the curve continues straight. */
const MOST_LOAD = 1024;

const LOADS: readonly number[] = loadsToSample();

function loadsToSample(): number[] {
  const loads = [1];
  for (let load = 1; load < MOST_LOAD;) {
    load = Math.min(MOST_LOAD, Math.max(load + 1, Math.round(load * RATIO)));
    loads.push(load);
  }
  return loads;
}

/**
 * Knots of a model through observed points. Between two points the curve stays between their values, and it never falls
 * unless they do. A mean latency is no lower than the straight line between them: as a server fills up, each further
 * request slows the others down no more than the one before it.
 * @param observed Points by load, ascending.
 * @param isMean Marks mean latencies: throughput does not fall as load grows, so b1 / S(b1) <= b2 / S(b2).
 */
export function knotsThrough(
  observed: Points,
  modelAt: (load: number) => number,
  isMean: boolean,
): Points {
  const knots: (readonly [number, number])[] = [];
  let nextIndex = 0;
  for (const load of mergeLoads(observed)) {
    const next = observed[nextIndex];
    if (next?.[0] === load) {
      knots.push(next);
      nextIndex++;
      continue;
    }
    const last = knots.at(-1);
    const isFalling = last && next && next[1] < (observed[nextIndex - 1]?.[1] ?? 0);
    if (isFalling) continue; // an observed fall is drawn straight
    knots.push([load, within(modelAt(load), load, last, next, isMean)]);
  }
  return knots;
}

function mergeLoads(observed: Points): readonly number[] {
  return [...new Set([...LOADS, ...observed.map(([load]) => load)])].sort((a, b) => a - b);
}

function within(
  seconds: number,
  load: number,
  last: Points[number] | undefined,
  next: Points[number] | undefined,
  isMean: boolean,
): number {
  let low = last?.[1] ?? 0;
  let high = next?.[1] ?? Infinity;
  if (isMean && next && last) {
    // the last knot is on the line or above it
    low = last[1] + ((next[1] - last[1]) * (load - last[0])) / (next[0] - last[0]);
  }
  if (isMean && next) low = Math.max(low, (next[1] * load) / next[0]);
  if (isMean && last) high = Math.min(high, (last[1] * load) / last[0]);
  return Math.min(Math.max(seconds, low), Math.max(low, high));
}

/**
 * Range along a curve, as shares of it. Neither of its ends falls as load grows: a lighter load is never less certain to
 * keep a limit.
 * @param factorAt Upper end at a load as a share of the curve; the lower end is its inverse. Computed at first use.
 */
export function rangeAlong(
  knots: Points,
  factorAt: (load: number) => number,
): (load: number) => CurveRange {
  let ends: readonly Ends[] | undefined;
  return (load) => {
    ends ??= endsAlong(knots, factorAt);
    const index = Math.max(
      1,
      bisectLeft(ends.length, (i) => ends?.[i]?.load, load),
    );
    const [before, after] = [ends[index - 1], ends[index] ?? ends[index - 1]];
    if (!before || !after) return { low: 1, high: 1 };
    const width = after.load - before.load;
    const share = width > 0 ? Math.min(1, Math.max(0, (load - before.load) / width)) : 0;
    const mix = (a: number, b: number): number => a + share * (b - a);
    const value = mix(before.value, after.value);
    return { low: mix(before.low, after.low) / value, high: mix(before.high, after.high) / value };
  };
}

interface Ends {
  readonly load: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

function endsAlong(knots: Points, factorAt: (load: number) => number): readonly Ends[] {
  let [lowest, highest] = [0, 0];
  return knots.map(([load, value]) => {
    const factor = factorAt(load);
    lowest = Math.max(lowest, value / factor);
    highest = Math.max(highest, value * factor);
    return { load, value, low: Math.min(value, lowest), high: highest };
  });
}
