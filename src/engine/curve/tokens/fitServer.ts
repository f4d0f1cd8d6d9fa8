/**
 * Estimates the parameters of one server from its observations: the maximum a posteriori in their logarithms, by damped
 * least squares (Levenberg 1944, Marquardt 1963). The remaining doubt is approximated as normal (Laplace 1774).
 */
import {
  at,
  factorize,
  halfLogDeterminant,
  invertFactored,
  solveLower,
  solveUpper,
} from './denseAlgebra';
import { placeOf, type Discrepancy, type MetricPoint, type Place } from './discrepancy';
import { factorOf, type ServerPrior } from './serverPrior';
import { SIZE, logMetric, termsAt, type ServerShape, type Terms } from './tokenModel';

export interface Datum extends MetricPoint {
  readonly seconds: number;
}

export interface Fit {
  /** Logarithms of the parameters. */
  readonly parameters: Float64Array;
  /** Their covariance. */
  readonly covariance: Float64Array;
  /** Natural logarithm of the probability of the data (Laplace's approximation). The priors are fitted by it. */
  readonly logEvidence: number;
  readonly iterations: number;
  /** Only the mean of `predict`, at a fraction of its time. */
  mean(point: MetricPoint): number;
  predict(point: MetricPoint): LogPrediction;
}

export interface LogPrediction {
  readonly mean: number;
  readonly sd: number;
}

const MOST_ITERATIONS = 60;
/**
 * Gain in the logarithm of the probability that is not worth another step. It is small, since a prediction that is added
 * as an observation must change no other one: both fits have to end at the same place.
 */
const CONVERGED = 1e-6;

interface Problem {
  readonly data: readonly Datum[];
  readonly places: readonly Place[];
  readonly terms: readonly Terms[];
  readonly logs: Float64Array;
  /** Factor of the covariance of discrepancy and noise. */
  readonly factor: Float64Array;
  readonly prior: ServerPrior;
  readonly precision: Float64Array;
}

interface State {
  readonly x: Float64Array;
  /** Whitened residuals and their derivatives, a row each. */
  readonly residuals: Float64Array;
  readonly jacobian: Float64Array;
  readonly cost: number;
}

/** @param start Logarithms of parameters at which the search begins. Those of a similar fit save steps. */
export function fitParameters(
  data: readonly Datum[],
  prior: ServerPrior,
  shape: ServerShape,
  discrepancy: Discrepancy,
  start: Float64Array = prior.mean,
): Fit {
  const places = data.map(placeOf);
  const priorFactor = factorOf(prior.covariance);
  const problem: Problem = {
    data,
    places,
    terms: data.map((datum) => termsAt(shape, datum)),
    logs: Float64Array.from(data, ({ seconds }) => Math.log(seconds)),
    factor: whiteningFactor(places, discrepancy),
    prior,
    precision: invertFactored(priorFactor, SIZE),
  };
  const { state, normal, iterations } = minimize(problem, start);
  const covariance = invertFactored(normal, SIZE);
  const weights = solveUpper(problem.factor, data.length, state.residuals.slice());
  const logEvidence =
    -state.cost -
    halfLogDeterminant(problem.factor, data.length) -
    halfLogDeterminant(priorFactor, SIZE) -
    halfLogDeterminant(normal, SIZE);
  const values = state.x.map(Math.exp);
  const unused = new Float64Array(SIZE);
  return {
    parameters: state.x,
    covariance,
    logEvidence,
    iterations,
    mean: (point) => {
      const place = placeOf(point);
      let mean = logMetric(termsAt(shape, point), point.metric, values, unused);
      for (const [i, other] of places.entries()) {
        mean -= discrepancy.covariance(place, other) * at(weights, i);
      }
      return mean;
    },
    predict: (point) => predict(point, problem, state, covariance, weights, shape, discrepancy),
  };
}

function whiteningFactor(places: readonly Place[], discrepancy: Discrepancy): Float64Array {
  const size = places.length;
  const factor = new Float64Array(size * size);
  for (const [i, a] of places.entries()) {
    for (const [j, b] of places.entries()) {
      if (j > i) break;
      factor[i * size + j] =
        discrepancy.covariance(a, b) + (i === j ? discrepancy.noise(a.metric) : 0);
    }
  }
  factorize(factor, size);
  return factor;
}

function minimize(
  problem: Problem,
  start: Float64Array,
): { state: State; normal: Float64Array; iterations: number } {
  let state = evaluate(problem, start);
  let { normal, gradient } = normalEquations(problem, state);
  let damping = 1e-3;
  let iterations = 0;
  for (; iterations < MOST_ITERATIONS; iterations++) {
    const step = dampedStep(normal, gradient, damping).map((value) =>
      Math.max(-3, Math.min(3, value)),
    );
    const next = bestAlong(problem, state, step, gradient);
    if (next.cost <= state.cost) {
      const gained = state.cost - next.cost;
      state = next;
      ({ normal, gradient } = normalEquations(problem, state));
      damping = Math.max(damping / 10, 1e-9);
      if (gained < CONVERGED) break;
    } else {
      damping *= 10;
      if (damping > 1e6) break;
    }
  }
  factorize(normal, SIZE);
  return { state, normal, iterations };
}

/**
 * Returns the better of a whole step and the one to the lowest point of a parabola through both costs. Whole steps
 * overshoot where the model bends, so that the search would swing from side to side.
 */
function bestAlong(
  problem: Problem,
  state: State,
  step: Float64Array,
  gradient: Float64Array,
): State {
  const along = (share: number): State =>
    evaluate(
      problem,
      state.x.map((value, i) => value - share * at(step, i)),
    );
  const whole = along(1);
  const gain = step.reduce((sum, value, i) => sum + value * at(gradient, i), 0);
  const share = gain / (2 * (whole.cost - state.cost + gain));
  if (!(share > 0.1 && share < 0.9)) return whole;
  const part = along(share);
  return part.cost < whole.cost ? part : whole;
}

function evaluate(
  { data, terms, logs, factor, prior, precision }: Problem,
  x: Float64Array,
): State {
  const values = x.map(Math.exp);
  const size = data.length;
  const residuals = new Float64Array(size);
  const jacobian = new Float64Array(size * SIZE);
  for (const [i, { metric }] of data.entries()) {
    const term = terms[i];
    if (!term) continue;
    const row = jacobian.subarray(i * SIZE, (i + 1) * SIZE);
    residuals[i] = logMetric(term, metric, values, row) - at(logs, i);
  }
  solveLower(factor, size, residuals);
  solveLower(factor, size, jacobian, SIZE);
  let cost = 0;
  for (let i = 0; i < size; i++) cost += at(residuals, i) ** 2 / 2;
  for (let i = 0; i < SIZE; i++) {
    const a = at(x, i) - at(prior.mean, i);
    for (let j = 0; j < SIZE; j++) {
      cost += (a * at(precision, i * SIZE + j) * (at(x, j) - at(prior.mean, j))) / 2;
    }
  }
  return { x, residuals, jacobian, cost: Number.isFinite(cost) ? cost : Infinity };
}

function normalEquations(
  { prior, precision }: Problem,
  { x, residuals, jacobian }: State,
): { normal: Float64Array; gradient: Float64Array } {
  const normal = precision.slice();
  const gradient = new Float64Array(SIZE);
  for (let i = 0; i < SIZE; i++) {
    let sum = 0;
    for (let j = 0; j < SIZE; j++) {
      sum += at(precision, i * SIZE + j) * (at(x, j) - at(prior.mean, j));
    }
    gradient[i] = sum;
  }
  for (let r = 0; r < residuals.length; r++) {
    const offset = r * SIZE;
    const residual = at(residuals, r);
    for (let i = 0; i < SIZE; i++) {
      const slope = at(jacobian, offset + i);
      gradient[i] = at(gradient, i) + slope * residual;
      for (let j = 0; j <= i; j++) {
        normal[i * SIZE + j] = at(normal, i * SIZE + j) + slope * at(jacobian, offset + j);
      }
    }
  }
  return { normal, gradient };
}

function dampedStep(normal: Float64Array, gradient: Float64Array, damping: number): Float64Array {
  const damped = normal.slice();
  for (let i = 0; i < SIZE; i++) damped[i * SIZE + i] = at(normal, i * SIZE + i) * (1 + damping);
  factorize(damped, SIZE);
  return solveUpper(damped, SIZE, solveLower(damped, SIZE, gradient.slice()));
}

/** Predicts by the most likely parameters, corrected by the errors of the model at nearby observations. */
function predict(
  point: MetricPoint,
  { places, factor }: Problem,
  { x, jacobian }: State,
  covariance: Float64Array,
  weights: Float64Array,
  shape: ServerShape,
  discrepancy: Discrepancy,
): LogPrediction {
  const slope = new Float64Array(SIZE);
  let mean = logMetric(termsAt(shape, point), point.metric, x.map(Math.exp), slope);
  const place = placeOf(point);
  const near = Float64Array.from(places, (other) => discrepancy.covariance(place, other));
  for (let i = 0; i < near.length; i++) mean -= at(near, i) * at(weights, i);
  solveLower(factor, near.length, near);
  let variance = discrepancy.covariance(place, place);
  for (let i = 0; i < near.length; i++) {
    const share = at(near, i);
    variance -= share * share;
    for (let k = 0; k < SIZE; k++) slope[k] = at(slope, k) - share * at(jacobian, i * SIZE + k);
  }
  for (let i = 0; i < SIZE; i++) {
    for (let j = 0; j < SIZE; j++) {
      variance += at(slope, i) * at(covariance, i * SIZE + j) * at(slope, j);
    }
  }
  return { mean, sd: Math.sqrt(Math.max(variance, 0) + discrepancy.noise(point.metric)) };
}
