/** Finds the root of an equation in one positive unknown. */

/** Relative accuracy of the root. */
const CLOSE = 1e-8;
const MOST_STEPS = 100;
/**
 * Least excess that counts, divided by x: below it is rounding, and x is the root. The excess of a saturated fleet is
 * only rounding over a wide range if its throughput does not depend on its load.
 */
const NOTHING = 1e-11;

/** Largest factor of one stride in the search for an x on the other side. */
const LONGEST_STRIDE = 1.5;
const SHORTEST_STRIDE = 1 + 1e-6;

/**
 * The x at which `excess` falls from above to below 0, between `lowest` and `highest` (both above 0). One of these two
 * if it does not. Strides from a guess, then uses regula falsi on ln x, Illinois variant (Dowell and Jarratt 1971).
 * That takes few evaluations near the guess. The first stride is as long as the excess, which finds the root next to
 * the guess, not one behind it. There are several if servers slow down under load and so have two states.
 */
export function findRoot(
  excess: (x: number) => number,
  guess: number,
  lowest: number,
  highest: number,
): number {
  const start = Math.min(highest, Math.max(lowest, guess));
  const atStart = excess(start);
  if (Math.abs(atStart) <= NOTHING * start) return start;
  let [a, atA, b, atB] = [start, atStart, start, atStart];
  let stride = Math.min(
    LONGEST_STRIDE,
    Math.max(SHORTEST_STRIDE, 1 + (1.5 * Math.abs(atStart)) / start),
  );
  const goOn = (): number => (stride = Math.min(LONGEST_STRIDE, 1 + 4 * (stride - 1)));
  for (; atB > 0 && b < highest; goOn()) {
    [a, atA] = [b, atB];
    b = Math.min(highest, b * stride);
    atB = excess(b);
  }
  for (; atA <= 0 && a > lowest; goOn()) {
    [b, atB] = [a, atA];
    a = Math.max(lowest, a / stride);
    atA = excess(a);
  }
  if (!(atA > 0)) return a;
  return atB > 0 ? b : narrow(excess, [Math.log(a), atA], [Math.log(b), atB]);
}

type Point = readonly [x: number, excess: number];

function narrow(excess: (x: number) => number, above: Point, below: Point): number {
  let [a, atA] = above;
  let [b, atB] = below;
  let kept: 'a' | 'b' | undefined;
  for (let step = 0; step < MOST_STEPS && b - a > CLOSE; step++) {
    const middle = (a * atB - b * atA) / (atB - atA);
    const x = Math.exp(middle);
    const at = excess(x);
    if (Math.abs(at) <= NOTHING * x) return x;
    if (at > 0) {
      if (middle - a < CLOSE && kept === 'b') return Math.exp(middle);
      [a, atA] = [middle, at];
      if (kept === 'b') atB /= 2;
      kept = 'b';
    } else {
      if (b - middle < CLOSE && kept === 'a') return Math.exp(middle);
      [b, atB] = [middle, at];
      if (kept === 'a') atA /= 2;
      kept = 'a';
    }
  }
  return Math.exp((a + b) / 2);
}
