/** Samples a modelled curve so finely that straight lines from sample to sample are the curve. */
import { bisectLeft } from '../util/bisectLeft';
import type { CurveRange } from './curve';
import type { Points } from './fit/leastSquares';

/** Ratio of neighbouring loads of the samples: latency errs by less than 0.3 % between them, TTFT by up to 4 % where it bends. */
const RATIO = 1.2;

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
 * unless they do.
 * @param observed Points by load, ascending.
 * @param isMean Marks mean latencies: throughput does not fall as load grows, so b1 / S(b1) <= b2 / S(b2).
 */
export function knotsThrough(
  observed: Points,
  modelAt: (load: number) => number,
  isMean: boolean,
  runningAt: (load: number) => number = (load) => load,
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
  return isMean ? fillSags(knots, observed, runningAt) : knots;
}

/** Least share of the requests that run, up to which a server counts as not full. */
const LEAST_RUNNING = 0.9;

/**
 * Lifts mean latencies that sag between two observed points, or between one and the load at which the server is full. As
 * it fills up, each further request slows the others down no more than the one before it. The result is the least
 * concave curve above, in the time of the running requests: S r / b. A point on it changes nothing if it is added.
 */
function fillSags(knots: Points, observed: Points, runningAt: (load: number) => number): Points {
  const [first, last] = [observed[0]?.[0] ?? Infinity, observed.at(-1)?.[0] ?? 0];
  const ends = new Set(observed.map(([load]) => load));
  const filled: Points[number][] = [];
  let section: Knot[] = [];
  for (const [load, latency] of knots) {
    const running = runningAt(load);
    section.push({ load, latency, running, seconds: (latency * running) / load });
    const isOutside = load < first || load >= last;
    if (!isOutside && running >= LEAST_RUNNING * load && !ends.has(load)) continue;
    filled.pop();
    filled.push(...concaveAbove(section));
    section = section.slice(-1);
  }
  return filled;
}

interface Knot {
  readonly load: number;
  readonly latency: number;
  readonly running: number;
  /** Mean seconds of the running requests, without the wait of the others. */
  readonly seconds: number;
}

/** Returns the least concave curve above knots, from the first to the last: their upper hull (Andrew 1979). */
function concaveAbove(knots: readonly Knot[]): Points {
  const hull: Knot[] = [];
  for (const knot of knots) {
    for (;;) {
      const [before, last] = [hull.at(-2), hull.at(-1)];
      if (!before || !last || slope(before, last) > slope(last, knot)) break;
      hull.pop();
    }
    hull.push(knot);
  }
  let next = 1;
  return knots.map(({ load, latency, running }) => {
    if (load > (hull[next]?.load ?? Infinity)) next++;
    const [from, to] = [hull[next - 1], hull[next]];
    if (!from || !to || load === from.load || load === to.load) return [load, latency];
    const seconds = from.seconds + slope(from, to) * (running - from.running);
    return [load, Math.max(latency, (seconds * load) / running)];
  });
}

function slope(a: Knot, b: Knot): number {
  return (b.seconds - a.seconds) / (b.running - a.running);
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
  const ends: Ends[] = [];
  return (load) => {
    // most readings are of a few loads near the first
    while (ends.length < knots.length && (ends.length < 2 || (ends.at(-1)?.load ?? 0) < load)) {
      ends.push(nextEnds(ends.at(-1), knots[ends.length] ?? [load, 1], factorAt));
    }
    const index = Math.max(
      1,
      bisectLeft(ends.length, (i) => ends[i]?.load, load),
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
  /** Greatest lower end up to this load: above the value where the curve falls. */
  readonly lowest: number;
}

function nextEnds(
  last: Ends | undefined,
  [load, value]: Points[number],
  factorAt: (load: number) => number,
): Ends {
  const factor = factorAt(load);
  const lowest = Math.max(last?.lowest ?? 0, value / factor);
  const high = Math.max(last?.high ?? 0, value * factor);
  return { load, value, low: Math.min(value, lowest), high, lowest };
}
