/**
 * Time of a request in its slot, in units of its mean: its work times the slowness of its server, which it shares with
 * more or fewer others. Work follows `workDistribution`. The slowness is a shifted lognormal time, on a grid.
 */
import { workDistribution } from './workDistribution';

/** Least spread of the slowness, squared, that changes a percentile. */
const NO_SPREAD = 1e-5;
/** Points of the grid to either side of the middle, and between two standard deviations. */
const POINTS = 8;
const PER_DEVIATION = 2;

/** Slowness of the servers that requests meet, relative to its mean. */
interface Slowness {
  /** Squared coefficient of variation, and skewness, for requests with mean work. */
  readonly scv: number;
  readonly skew: number;
  /** Rate at which the number in flight forgets its past, per mean time in a slot. */
  readonly forgetting: number;
}

/**
 * P(time <= x). A long request meets many states of its server, and its slowness is nearer to their mean.
 * @param cv Coefficient of variation of work.
 */
export function sharedServiceTime(
  cv: number,
  { scv, skew, forgetting }: Slowness,
): (x: number) => number {
  if (scv < NO_SPREAD) return workDistribution(cv).cdf;
  const shape = shapeOfSkew(Math.abs(skew));
  const sign = skew < 0 ? -1 : 1;
  return (x) => {
    const share = averaged(forgetting * x);
    const deviation = Math.sqrt(scv * share);
    const slowness = slownessAt(shape * Math.sqrt(share), deviation, sign);
    return onGrid(cv, deviation, slowness, x);
  };
}

/** Least slowness of a request, as a share of the mean. */
const LEAST = 0.05;

/** Slowness at so many standard deviations of a normal distribution: lognormal, shifted to its mean, or mirrored. */
function slownessAt(shape: number, deviation: number, sign: 1 | -1): (z: number) => number {
  if (shape < LITTLE_SKEW) return (z) => Math.max(LEAST, 1 + deviation * z);
  const scale = deviation / Math.sqrt(Math.expm1(shape * shape));
  return (z) =>
    Math.max(LEAST, 1 + sign * scale * Math.expm1(shape * sign * z - (shape * shape) / 2));
}

const LITTLE_SKEW = 1e-3;
const MOST_SHAPE = 1.5;

/** Standard deviation of the logarithm of a lognormal distribution with such a skewness. */
function shapeOfSkew(skew: number): number {
  let [low, high] = [0, MOST_SHAPE];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    const variance = Math.expm1(middle * middle);
    if ((variance + 3) * Math.sqrt(variance) < skew) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function onGrid(
  cv: number,
  deviation: number,
  slownessOf: (z: number) => number,
  x: number,
): number {
  const step = deviation / PER_DEVIATION;
  // work that is uniform over a step fills the gaps of the grid
  const work = workDistribution(Math.sqrt(cv * cv + (step * step) / 12));
  const mean = GRID.reduce((sum, { z, weight }) => sum + weight * slownessOf(z), 0);
  return GRID.reduce(
    (sum, { z, weight }) => sum + weight * work.cdf((x * mean) / slownessOf(z)),
    0,
  );
}

/** Points of a normal distribution: standard deviations from the mean, with weights of sum 1. */
const GRID = (() => {
  const points = Array.from({ length: 2 * POINTS + 1 }, (_, i) => (i - POINTS) / PER_DEVIATION);
  const weightOf = (z: number): number => Math.exp((-z * z) / 2);
  const total = points.reduce((sum, z) => sum + weightOf(z), 0);
  return points.map((z) => ({ z, weight: weightOf(z) / total }));
})();

/**
 * Variance of the mean of a process over a time, as a share of its own variance, with a correlation of exp(-t) after t:
 * 2 (t - 1 + exp(-t)) / t² (Cox and Miller, The Theory of Stochastic Processes, 1965).
 */
function averaged(t: number): number {
  return t < SHORT ? 1 - t / 3 : (2 * (t + Math.expm1(-t))) / (t * t);
}

const SHORT = 1e-3;
