/** How well curves predict a measured point that they were not given: ours, and what others publish. */
import { buildCurve } from '../../src/engine/curve/curve';
import { familyNamed, type FamilyName } from '../../src/engine/curve/fit/families';
import type { Points } from '../../src/engine/curve/fit/leastSquares';
import { bandHalfWidth } from '../../src/engine/curve/bandHalfWidth';
import { assessObservation } from '../../src/engine/observation/littlesLaw';
import { predictLatency } from '../../src/engine/curve/predict';
import { engine, observe } from '../support/plans';

export interface MeasuredCurve {
  readonly points: Points;
}

export interface Prediction {
  readonly place: 'inner' | 'last';
  /** |predicted / measured - 1|. */
  readonly error: number;
  /** Of ours, where three points are left. */
  readonly band?: { readonly holds: boolean; readonly width: number };
}

/** Each point but the first is left out in turn: below the first nothing is predicted, only bounded. */
export function leaveOneOut(
  curves: readonly MeasuredCurve[],
  method: 'ours' | FamilyName,
): readonly Prediction[] {
  return curves.flatMap(({ points }) =>
    points.slice(1).map(([load, seconds], i) => {
      const rest = points.filter((_, index) => index !== i + 1);
      const place = i + 2 === points.length ? 'last' : 'inner';
      const predicted = method === 'ours' ? ours(rest, load) : others(rest, load, method);
      const error = Math.abs(predicted.seconds / seconds - 1);
      const { halfWidth } = predicted;
      if (halfWidth === undefined) return { place, error };
      const holds = Math.abs(Math.log(seconds / predicted.seconds)) <= halfWidth;
      return { place, error, band: { holds, width: Math.exp(halfWidth) - Math.exp(-halfWidth) } };
    }),
  );
}

interface Predicted {
  readonly seconds: number;
  readonly halfWidth?: number | undefined;
}

/** The way of a plan: observations, curve, prediction. */
function ours(rest: Points, load: number): Predicted {
  const measured = engine(rest.map(([at, seconds]) => observe(at, seconds)));
  const assessed = measured.observations.map((one) => assessObservation(one, measured));
  const curve = buildCurve(measured, assessed);
  const seconds = predictLatency(curve, load)?.latency.value ?? Number.NaN;
  return { seconds, halfWidth: bandHalfWidth(curve, load) };
}

/** Published practice: one family, fitted to all points by least squares of relative error. */
function others(rest: Points, load: number, family: FamilyName): Predicted {
  return { seconds: familyNamed(family).fit(rest)?.(load) ?? Number.NaN };
}
