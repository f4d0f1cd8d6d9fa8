/** Gamma function and gamma distribution, to about ten digits. */

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const;

/** ln Gamma(x) for x > 0 (Lanczos 1964, with g = 7): logGamma(5) = ln 24. */
export function logGamma(x: number): number {
  // Gamma(x) = Gamma(x + 1) / x keeps the series in its accurate range.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  let series = 0.9999999999998099;
  LANCZOS.forEach((coefficient, i) => (series += coefficient / (x + i)));
  const t = x + 6.5;
  return Math.log(2 * Math.PI) / 2 + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** P(shape, x): probability that a gamma variable of this shape and scale 1 is at most x (Press et al. 2007, 6.2). */
export function gammaCdf(shape: number): (x: number) => number {
  const logOfShape = logGamma(shape);
  return (x) => {
    if (!(x > 0)) return 0;
    const density = Math.exp(shape * Math.log(x) - x - logOfShape);
    return x < shape + 1
      ? Math.min(1, density * lowerSeries(shape, x))
      : Math.max(0, 1 - density * upperFraction(shape, x));
  };
}

/**
 * exp(logScale) Q(shape, x): the probability above x, scaled. Works also if the scale is above floating-point range and
 * Q below it.
 */
export function gammaTail(shape: number): (x: number, logScale?: number) => number {
  const logOfShape = logGamma(shape);
  return (x, logScale = 0) => {
    if (!(x > 0)) return Math.exp(logScale);
    const logDensity = shape * Math.log(x) - x - logOfShape;
    return x < shape + 1
      ? Math.exp(logScale) * Math.max(0, 1 - Math.exp(logDensity) * lowerSeries(shape, x))
      : Math.exp(logDensity + logScale) * upperFraction(shape, x);
  };
}

const ACCURACY = 1e-12;
const MOST_TERMS = 10_000;

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let i = 1; i < MOST_TERMS && term > sum * ACCURACY; i++) {
    term *= x / (shape + i);
    sum += term;
  }
  return sum;
}

/** Q(shape, x) as a continued fraction, by the method of Lentz. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < MOST_TERMS; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < ACCURACY) break;
  }
  return fraction;
}
