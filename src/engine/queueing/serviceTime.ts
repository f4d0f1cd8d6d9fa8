/**
 * Time of a request in its slot, in units of its mean: its work times the slowness of its server, which it shares with
 * more or fewer others. Work follows `workDistribution`. The slowness is lognormal, on a grid.
 */
import { workDistribution } from './workDistribution';

/** Least spread of the slowness, squared, that changes a percentile. */
const NO_SPREAD = 1e-5;
/** Points of the grid to either side of the middle, and between two standard deviations. */
const POINTS = 8;
const PER_DEVIATION = 2;

/**
 * P(time <= x). A long request meets many states of its server, and its slowness is nearer to their mean.
 * @param cv Coefficient of variation of work.
 * @param slownessScv Squared coefficient of variation of the slowness of requests with mean work.
 * @param forgetting Rate at which the number in flight forgets its past, per mean time in a slot.
 */
export function sharedServiceTime(
  cv: number,
  slownessScv: number,
  forgetting: number,
): (x: number) => number {
  if (slownessScv < NO_SPREAD) return workDistribution(cv).cdf;
  const ofMean = averaged(forgetting);
  return (x) => {
    const scv = x <= 1 ? slownessScv : (slownessScv * averaged(forgetting * x)) / ofMean;
    return onGrid(cv, Math.sqrt(Math.log1p(scv)), x);
  };
}

function onGrid(cv: number, deviation: number, x: number): number {
  const step = deviation / PER_DEVIATION;
  // work that is uniform over a step fills the gaps of the grid
  const work = workDistribution(Math.sqrt(cv * cv + (step * step) / 12));
  const mean = GRID.reduce((sum, { z, weight }) => sum + weight * Math.exp(z * deviation), 0);
  return GRID.reduce(
    (sum, { z, weight }) => sum + weight * work.cdf((x * mean) / Math.exp(z * deviation)),
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
