/**
 * Average load of one server: requests in flight on it, queued ones included, when as much leaves as arrives. Means
 * only, without the queueing that randomness causes.
 *
 * Closed, with D users a server, think time Z and p slots: n + Z X(min(n, p)) = D (Little's law on users who think or
 * wait). Open, with an arrival rate a server: X(n) = rate, n <= p. X(b) = b / S(b). If several n solve it, the highest
 * latency counts. S never falls, so that is the highest n.
 */
import { bisectLeft } from '../util/bisectLeft';
import { memoize } from '../util/cache';
import { TOLERANCE } from '../util/rounding';
import type { CurveSegment } from '../curve/predict';

/**
 * Requests in flight on one server with `slots` slots, for `users` users a server (real numbers). With 8 slots at 2 s
 * each, 10 users without think time keep 10 in flight.
 */
export function closedLoad(
  users: number,
  thinkTimeSeconds: number,
  segments: readonly CurveSegment[],
  slots: number,
): number {
  if (thinkTimeSeconds === 0) return users;
  const queued = users - thinkTimeSeconds * throughputAt(segments, slots);
  if (queued >= slots) return queued;
  const asked = (n: number): number => n + thinkTimeSeconds * throughputAt(segments, n);
  for (let i = lastToSearch(segments, slots, (n) => asked(n) >= users); i >= 0; i--) {
    const segment = segments[i];
    if (!segment) continue;
    const root = highestClosedRoot(users, thinkTimeSeconds, segment, Math.min(segment.to, slots));
    if (root !== undefined) return root;
  }
  return 0;
}

/**
 * Requests in flight on one server for `rate` arrivals a second on it.
 * @returns undefined without a steady state: the server cannot keep up with its slots full.
 */
export function openLoad(
  rate: number,
  segments: readonly CurveSegment[],
  slots: number,
): number | undefined {
  if (rate >= throughputAt(segments, slots) * (1 - TOLERANCE)) return undefined;
  const isEnough = (n: number): boolean => throughputAt(segments, n) >= rate;
  for (let i = lastToSearch(segments, slots, isEnough); i >= 0; i--) {
    const segment = segments[i];
    if (!segment) continue;
    // n = rate (intercept + slope n)
    const n = (rate * segment.intercept) / (1 - rate * segment.slope);
    if (isWithin(n, segment.from, Math.min(segment.to, slots))) return n;
  }
  return undefined;
}

/**
 * Last segment that may contain the balance. Found by bisection if throughput does not fall up to the slots: a plan may
 * have thousands of observations and as many scenarios.
 * @param isBeyond Tells if a load is at the balance, or above it.
 */
function lastToSearch(
  segments: readonly CurveSegment[],
  slots: number,
  isBeyond: (load: number) => boolean,
): number {
  const last = bisectLeft(segments.length, (i) => segments[i]?.from, slots) - 1;
  let [below, above] = [Math.min(last, lastThatFalls(segments)), last];
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (isBeyond(segments[middle]?.to ?? Infinity)) above = middle;
    else below = middle;
  }
  // rounding may put a balance between two segments into the upper one
  return Math.min(last, above + 1);
}

/** Index of the last segment in which the throughput of a server falls as its load grows; -1 without any. */
const lastThatFalls = memoize((segments: readonly CurveSegment[]) =>
  segments.reduce((last, segment, index) => (throughputFalls(segment) ? index : last), -1),
);

/** Tells if throughput falls in a segment: X(b) = b / (a + c b) falls if a is below 0. */
function throughputFalls({ from, intercept, slope }: CurveSegment): boolean {
  return intercept < -TOLERANCE * (intercept + slope * from);
}

/** Tells if a server may answer fewer requests a second with more in flight, somewhere between two loads. */
export function throughputFallsBetween(
  segments: readonly CurveSegment[],
  from: number,
  to: number,
): boolean {
  const first = bisectLeft(segments.length, (i) => segments[i]?.to, from);
  return (
    lastThatFalls(segments) >= first &&
    segments.slice(first).some((segment) => segment.from < to && throughputFalls(segment))
  );
}

/** X(b) = b / S(b): requests a second of one server with b in flight. 8 in flight at 2.7 s give 2.96/s. */
export function throughputAt(segments: readonly CurveSegment[], load: number): number {
  const index = bisectLeft(segments.length, (i) => segments[i]?.to, load);
  const segment = segments[index] ?? segments.at(-1);
  return segment ? load / (segment.intercept + segment.slope * load) : Number.NaN;
}

/** Most users or arrivals that one server can take, and its load then. */
export interface Most {
  readonly value: number;
  readonly load: number;
}

/**
 * Most users on one server with its load at or below `load`: the lowest value of n + Z X(n) from there to its slots.
 * Beyond the slots it only rises.
 */
export function mostUsers(
  thinkTimeSeconds: number,
  segments: readonly CurveSegment[],
  load: number,
  slots: number,
): Most {
  if (thinkTimeSeconds === 0) return { value: load, load };
  const balance = (n: number): number => n + thinkTimeSeconds * throughputAt(segments, n);
  return lowest(balance, placesToLook(thinkTimeSeconds, segments, load, slots));
}

/** Highest arrival rate on one server with its load at or below `load`. */
export function mostArrivals(segments: readonly CurveSegment[], load: number, slots: number): Most {
  return lowest((n) => throughputAt(segments, n), placesToLook(0, segments, load, slots));
}

/** Lowest value of `f`. On a tie the first place counts: the load that was passed in. */
function lowest(f: (n: number) => number, places: readonly number[]): Most {
  let best: Most = { value: Infinity, load: Number.NaN };
  for (const load of places) {
    const value = f(load);
    if (value < best.value * (1 - TOLERANCE)) best = { value, load };
  }
  return best;
}

/** Places to look at: ends of the segments between `from` and `to`, and turns of n + Z X(n) within one. */
function placesToLook(
  thinkTimeSeconds: number,
  segments: readonly CurveSegment[],
  from: number,
  to: number,
): number[] {
  const places = [from, to];
  const first = bisectLeft(segments.length, (i) => segments[i]?.to, from);
  for (let i = first; i < segments.length; i++) {
    const segment = segments[i];
    if (!segment || segment.from >= to) break;
    const { from: start, to: end, intercept, slope } = segment;
    if (end > from && end < to) places.push(end);
    if (intercept < 0 && slope > 0) {
      // d/dn (n + Z n / (a + c n)) = 1 + Z a / (a + c n)^2 = 0
      const turn = (Math.sqrt(-thinkTimeSeconds * intercept) - intercept) / slope;
      if (turn > Math.max(from, start) && turn < Math.min(to, end)) places.push(turn);
    }
  }
  return places;
}

/** Highest root of n (a + c n) + Z n = D (a + c n), that is c n^2 + (a + Z - c D) n - a D = 0. */
function highestClosedRoot(
  users: number,
  thinkTimeSeconds: number,
  segment: CurveSegment,
  to: number,
): number | undefined {
  const { intercept: a, slope: c, from } = segment;
  const b = a + thinkTimeSeconds - c * users;
  const candidates = solveQuadratic(c, b, -a * users).filter((n) => isWithin(n, from, to));
  return candidates.length > 0 ? Math.max(...candidates) : undefined;
}

/** Real roots of a x^2 + b x + c, without the cancellation of the schoolbook formula. */
function solveQuadratic(a: number, b: number, c: number): readonly number[] {
  if (a === 0) return b === 0 ? [] : [-c / b];
  const discriminant = b * b - 4 * a * c;
  if (discriminant < 0) return [];
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return q === 0 ? [0] : [q / a, c / q];
}

function isWithin(n: number, from: number, to: number): boolean {
  const slack = TOLERANCE * Math.max(1, to);
  return n >= from - slack && n <= to + slack;
}
