/**
 * Shape of a curve through measured points. Families are sampled so finely that straight lines from sample to sample
 * are the curve. That makes the average load of a server exact to solve.
 */
import { createFifoCache } from '../../util/cache';
import { bandOf, type Band } from './band';
import { extrapolateLinearly } from './extrapolate';
import { ENOUGH_FOR_A_FAMILY, interpolate } from './interpolate';
import type { Points } from './leastSquares';

export const ENOUGH_FOR_A_SHAPE = ENOUGH_FOR_A_FAMILY;

/** Samples between two neighbouring points. */
const SAMPLES = 12;

interface Shape {
  readonly knots: Points;
  /** Error of predictions; computed at its first use. */
  readonly band: () => Band | undefined;
}

/**
 * Shape of points, cached. A plan is read again at each keystroke, and only an edit of an observation costs a fit.
 * @param points Ascending by load, at least three.
 */
export function shapeOf(points: Points): Shape {
  return SHAPES.get(points.join(';'), () => computeShape(points));
}

/** Cache of up to 4 MB; a point takes about eight numbers. */
const SHAPES = createFifoCache<Shape>(500_000, ({ knots }) => 8 * knots.length);

function computeShape(points: Points): Shape {
  const curve = interpolate(points);
  const knots: (readonly [number, number])[] = [];
  points.forEach((point, index) => {
    knots.push(point);
    const next = points[index + 1];
    if (!next || next[1] < point[1]) return; // an observed fall is drawn straight
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
