/** The root of an equation in one positive unknown. */

/** Relative accuracy of the root. */
const CLOSE = 1e-8;
const MOST_STEPS = 100;
/**
 * By the x: less in excess is rounding, and the x is the turn. A saturated fleet whose throughput does not depend on its
 * load has nothing else in excess over a wide range.
 */
const NOTHING = 1e-11;

/** The search for an x on the other side goes on by no more than this factor. */
const LONGEST_STRIDE = 1.5;
const SHORTEST_STRIDE = 1 + 1e-6;

/**
 * The x at which `excess` turns from above to below 0, between `lowest` and `highest` (both above 0); one of
 * these where it does not. Strides from a guess, then regula falsi on ln x, Illinois variant (Dowell and
 * Jarratt 1971): few evaluations near the guess, and none far from it. The first stride is as long as what is
 * in excess, so that where it turns more than once (servers that slow down under load have two states) the
 * turn next to the guess is found, not one behind it.
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
