/**
 * Work of a request, in units of its mean: a generalized Pareto distribution (Pickands 1975) with the coefficient of
 * variation of the answers' lengths. Its shape is xi = (1 - 1 / cv²) / 2.
 *
 * - cv 0: answers of one length.
 * - cv below 0.577: uniform, as benchmarks draw lengths.
 * - cv 0.577 to 1: bounded by (1 + cv²) / (1 - cv²) times the mean, as answers are by a limit of tokens.
 * - cv 1: exponential. Beyond: a heavy tail.
 *
 * The p95 and p99 of the output lengths in the Azure traces of 2023 (cv 0.77, 1.8, 2.1) are 2.1 and 2.8, 2.5 and 11, 3.2
 * and 9.0 times the mean. Here they are 2.5 and 3.1, 3.4 and 7.4, 3.5 and 7.9; by a gamma distribution 2.5 and 3.6, 4.6
 * and 8.9, 4.9 and 10.
 */
export interface WorkDistribution {
  /** P(work <= x). */
  readonly cdf: (x: number) => number;
  /** The integral of the cdf from 0 to x. */
  readonly integral: (x: number) => number;
  /** Multiple of the mean that the share `p` of the requests stays within, 0 < p < 1. */
  readonly quantile: (p: number) => number;
}

/** Coefficient of variation of a uniform distribution from 0 to twice its mean. */
const UNIFORM_CV = 1 / Math.sqrt(3);
/** Below it work counts as fixed. */
const SMALLEST_CV = 1e-3;
/** Shapes nearer to 0 count as exponential. */
const SMALLEST_SHAPE = 1e-6;

export function workDistribution(cv: number): WorkDistribution {
  if (cv < SMALLEST_CV) return FIXED;
  if (cv < UNIFORM_CV) return uniform(Math.sqrt(3) * cv);
  const shape = (1 - 1 / (cv * cv)) / 2;
  return Math.abs(shape) < SMALLEST_SHAPE ? EXPONENTIAL : pareto(shape);
}

const FIXED: WorkDistribution = {
  cdf: (x) => (x < 1 ? 0 : 1),
  integral: (x) => Math.max(0, x - 1),
  quantile: () => 1,
};

const EXPONENTIAL: WorkDistribution = {
  cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-x)),
  integral: (x) => (x <= 0 ? 0 : x + Math.expm1(-x)),
  quantile: (p) => -Math.log(1 - p),
};

/** From 1 - half to 1 + half. */
function uniform(half: number): WorkDistribution {
  const from = 1 - half;
  return {
    cdf: (x) => Math.min(1, Math.max(0, (x - from) / (2 * half))),
    integral: (x) => (x <= from ? 0 : x >= 1 + half ? x - 1 : (x - from) ** 2 / (4 * half)),
    quantile: (p) => from + 2 * half * p,
  };
}

/** P(work > x) = (1 + shape x / scale)^(-1 / shape), with the scale 1 - shape of a mean of 1. */
function pareto(shape: number): WorkDistribution {
  const scale = 1 - shape;
  const base = (x: number): number => Math.max(0, 1 + (shape * x) / scale);
  return {
    cdf: (x) => (x <= 0 ? 0 : 1 - base(x) ** (-1 / shape)),
    integral: (x) => (x <= 0 ? 0 : x - 1 + base(x) ** (1 - 1 / shape)),
    quantile: (p) => (scale * ((1 - p) ** -shape - 1)) / shape,
  };
}
