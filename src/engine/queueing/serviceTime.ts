/**
 * Time of a request in its slot, in units of its mean. It is gamma of mean 1 with a coefficient of variation, or fixed
 * if that is 0. It is a table, since percentiles read it thousands of times.
 */
import { gammaCdf, logGamma } from './gamma';

export interface ServiceTime {
  /** P(time <= x). */
  readonly cdf: (x: number) => number;
  /** The integral of the cdf from 0 to x. */
  readonly integral: (x: number) => number;
}

const STEPS = 256;
const SMALLEST_CV = 1e-3;

export function serviceTime(cv: number): ServiceTime {
  if (cv < SMALLEST_CV) return { cdf: (x) => (x < 1 ? 0 : 1), integral: (x) => Math.max(0, x - 1) };
  const shape = 1 / (cv * cv);
  // Steps are short where the function changes fast: near 0 for large cv.
  const squares = cv <= 0.6 ? 0 : cv <= 1.2 ? 1 : 2;
  const from = Math.max(0, 1 - 6 * cv);
  const to = 1 + 6 * cv + 8 * cv * cv;
  const cdfOf = gammaCdf(shape);
  const logOfNext = logGamma(shape + 1);
  const placeOf = (i: number): number => from + (to - from) * square(i / STEPS, squares);
  const cdfs = tabulate((i) => cdfOf(shape * placeOf(i)));
  const integrals = tabulate((i) => {
    const x = placeOf(i);
    const cdf = cdfs(i);
    return x * cdf - meanBelow(shape, x, cdf, logOfNext);
  });
  const lookUp = (table: (i: number) => number, x: number): number => {
    const ratio = (x - from) / (to - from);
    const i = Math.min(STEPS - 1, Math.floor(STEPS * root(ratio, squares)));
    const start = square(i / STEPS, squares);
    const end = square((i + 1) / STEPS, squares);
    const low = table(i);
    return low + ((table(i + 1) - low) * (ratio - start)) / (end - start);
  };
  return {
    cdf: (x) => (x <= from ? 0 : x >= to ? 1 : lookUp(cdfs, x)),
    integral: (x) => (x <= from ? 0 : x >= to ? x - 1 : lookUp(integrals, x)),
  };
}

/** Table that computes each entry at its first use: a percentile needs a few of them. */
function tabulate(compute: (i: number) => number): (i: number) => number {
  const known = new Float64Array(STEPS + 1).fill(Number.NaN);
  return (i) => {
    const value = known[i] ?? 0;
    return Number.isNaN(value) ? (known[i] = compute(i)) : value;
  };
}

function square(x: number, times: number): number {
  return times === 0 ? x : times === 1 ? x * x : x * x * x * x;
}

function root(x: number, times: number): number {
  return times === 0 ? x : times === 1 ? Math.sqrt(x) : Math.sqrt(Math.sqrt(x));
}

/**
 * Mean of the part at most x, counting the rest as 0: P(shape + 1, shape x), from P(shape, shape x).
 * @param logOfNext ln Gamma(shape + 1).
 */
function meanBelow(shape: number, x: number, cdf: number, logOfNext: number): number {
  const scaled = shape * x;
  if (scaled === 0) return 0;
  return cdf - Math.exp(shape * Math.log(scaled) - scaled - logOfNext);
}
