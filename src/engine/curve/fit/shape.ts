/**
 * The shape of a curve through measured points: families between them, sampled so finely that straight
 * lines from sample to sample are the curve. The balance of a server can then be solved exactly.
 */
import { createFifoCache } from '../../util/fifoCache';
import { bandOf, type Band } from './band';
import { extrapolateLinearly } from './extrapolate';
import { ENOUGH_FOR_A_FAMILY, interpolate } from './interpolate';
import type { Points } from './leastSquares';

export const ENOUGH_FOR_A_SHAPE = ENOUGH_FOR_A_FAMILY;

/** Between two neighbouring points. */
const SAMPLES = 12;

interface Shape {
  readonly knots: Points;
  /** How far predictions may be off; computed when it is first asked for. */
  readonly band: () => Band | undefined;
}

/**
 * The same points have the same shape, and a plan is read anew at each keystroke: only an edit of an observation costs
 * a fit.
 * @param points Ascending by load, at least three.
 */
export function shapeOf(points: Points): Shape {
  return SHAPES.get(points.join(';'), () => computeShape(points));
}

/** Up to 4 MB of them; a point takes some eight numbers. */
const SHAPES = createFifoCache<Shape>(500_000, ({ knots }) => 8 * knots.length);

function computeShape(points: Points): Shape {
  const curve = interpolate(points);
  const knots: (readonly [number, number])[] = [];
  points.forEach((point, index) => {
    knots.push(point);
    const next = points[index + 1];
    if (!next || next[1] < point[1]) return; // a fall that was observed is drawn straight
    let highest = point[1];
    for (let i = 1; i < SAMPLES; i++) {
      const at = point[0] + ((next[0] - point[0]) * i) / SAMPLES;
      highest = Math.min(next[1], Math.max(highest, curve(at))); // never falls between rising points
      knots.push([at, highest]);
    }
  });
  let band: { readonly value: Band | undefined } | undefined;
  return {
    knots,
    band: () => (band ??= { value: bandOf(points, extrapolateLinearly) }).value,
  };
}
