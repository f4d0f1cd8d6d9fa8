/** Families of latency curves, each fitted by least squares of relative error with positive parameters. */
import { fitNonNegative, minimize, type Points } from './leastSquares';

export type FamilyName = 'linear' | 'saturating' | 'power' | 'usl';

export interface Family {
  readonly name: FamilyName;
  /** Fitted curve, seconds by load; undefined if the points are not enough. */
  fit(points: Points): ((load: number) => number) | undefined;
}

/**
 * S = a + c b. With a = S1 s and c = S1 (1 - s) this is Amdahl's law for a serial share 1 - s
 * (G. M. Amdahl, AFIPS 1967), as published for local models by ChimeraForge, and the straight line of
 * NVIDIA NeMo's sizing calculator.
 */
const LINEAR: Family = {
  name: 'linear',
  fit: (points) => fitLinearIn(points, (b) => [1, b]),
};

/**
 * Universal scalability law (N. J. Gunther, "Guerrilla Capacity Planning", 2007):
 * S = S1 (1 + sigma (b - 1) + kappa b (b - 1)), linear in S1, S1 sigma and S1 kappa.
 */
const USL: Family = {
  name: 'usl',
  fit: (points) => fitLinearIn(points, (b) => [1, b - 1, b * (b - 1)]),
};

/** S = a b^e, e >= 0. */
const POWER: Family = {
  name: 'power',
  fit(points) {
    const exponent = minimize((tried) => scaleToFit(points, tried).error, 0, 3);
    const { scale } = scaleToFit(points, exponent);
    return (b) => scale * b ** exponent;
  },
};

/** Best scale for an exponent, and the sum of squared relative errors with it. */
function scaleToFit(points: Points, exponent: number): { scale: number; error: number } {
  const powers = points.map(([b]) => b ** exponent);
  let [sumOfRatios, sumOfSquares] = [0, 0];
  points.forEach(([, seconds], i) => {
    const ratio = (powers[i] ?? 0) / seconds;
    sumOfRatios += ratio;
    sumOfSquares += ratio * ratio;
  });
  const scale = sumOfRatios / sumOfSquares;
  return { scale, error: relativeError(points, (_, i) => scale * (powers[i] ?? 0)) };
}

/**
 * S = (S1^k + (d b)^k)^(1/k). S1 while requests hardly meet; d a request once the server is busy all the time; k for
 * the sharpness of the turn. Linear in S1^k and d^k for a given k.
 */
const SATURATING: Family = {
  name: 'saturating',
  fit(points) {
    const cost = (logSharpness: number): number => fitSharpness(points, logSharpness).error;
    const best = fitSharpness(points, minimize(cost, 0, Math.log(MOST_SHARP)));
    const { first, growth, k } = best;
    return (b) => (first + growth * b ** k) ** (1 / k);
  },
};

/**
 * S1^k and d^k for a given k. The two parameters are solved in place, since a search over k needs them often. Since
 * d(S^k) = k S^k dS / S, the weight 1 / S^k makes the error that of S, relative.
 */
function fitSharpness(points: Points, logSharpness: number) {
  const k = Math.exp(logSharpness);
  const powers = points.map(([b]) => b ** k);
  const { first, growth } = solveSharpness(points, k, powers);
  const error = relativeError(points, (_, i) => (first + growth * (powers[i] ?? 0)) ** (1 / k));
  return { first, growth, k, error };
}

function solveSharpness(
  points: Points,
  k: number,
  powers: readonly number[],
): { first: number; growth: number } {
  let [ww, wx, xx, wy, xy] = [0, 0, 0, 0, 0];
  points.forEach(([, seconds], i) => {
    const weight = seconds ** -k;
    const x = weight * (powers[i] ?? 0);
    ww += weight * weight;
    wx += weight * x;
    xx += x * x;
    wy += weight;
    xy += x;
  });
  const determinant = ww * xx - wx * wx;
  const first = (xx * wy - wx * xy) / determinant;
  const growth = (ww * xy - wx * wy) / determinant;
  if (!(first > 0)) return { first: 0, growth: xy / xx };
  return growth >= 0 ? { first, growth } : { first: wy / ww, growth: 0 };
}

/** Largest sharpness: sharper turns are a corner. */
const MOST_SHARP = 12;

export const FAMILIES: readonly Family[] = [LINEAR, SATURATING, POWER, USL];

export function familyNamed(name: FamilyName): Family {
  return FAMILIES.find((family) => family.name === name) ?? LINEAR;
}

/** Sum of squared relative errors. */
function relativeError(points: Points, predict: (load: number, index: number) => number): number {
  let total = 0;
  points.forEach(([b, seconds], i) => (total += (predict(b, i) / seconds - 1) ** 2));
  return Number.isFinite(total) ? total : Infinity;
}

function fitLinearIn(
  points: Points,
  basis: (load: number) => readonly number[],
): ((load: number) => number) | undefined {
  const rows = points.map(([b]) => basis(b));
  const values = points.map(([, seconds]) => seconds);
  const coefficients = fitNonNegative(
    rows,
    values,
    values.map((seconds) => 1 / seconds),
  );
  if (!coefficients) return undefined;
  return (b) => sum(basis(b).map((value, i) => value * (coefficients[i] ?? 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
