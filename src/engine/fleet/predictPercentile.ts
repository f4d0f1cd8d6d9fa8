/** Predicts percentiles that no observation states. */
import type { CurvePoint } from '../curve/curve';
import { compareSpread } from '../curve/lengthSpread';
import { observationsOf } from '../curve/predict';
import { curveBySpread } from '../curve/spreadCurves';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import { withCaveats } from '../figure/provenance';
import type { Fleet } from './fleet';
import { NO_POINTS, plusDelay, readAt, type Evidence } from './observedEvidence';
import { percentileOf, percentileWithoutQueueing } from './queueingDelay';
import { tokenPercentile } from './tokenPercentiles';
import { isTokenPercentile, type AnyPercentile } from '../plan/objectives';
import { PERCENTILE_SHARES } from '../plan/percentiles';
import type { Percentile } from '../plan/plan';
import type { Waiting } from '../queueing/predictWaiting';

/**
 * Prediction of a percentile; undefined if no model gives it. That of latency follows from the spread of a lower
 * observed percentile, or from the mean with the queueing model and the variability of work. Those of times of tokens
 * follow from their means.
 */
export function predictPercentile(fleet: Fleet, quantity: AnyPercentile): Evidence | undefined {
  if (isTokenPercentile(quantity)) return tokenPercentile(fleet, quantity);
  return percentileBySpread(fleet, quantity) ?? percentileByModel(fleet, quantity);
}

/** Percentile read from estimates by a lower percentile of each observation. */
function percentileBySpread(fleet: Fleet, quantity: Percentile): Evidence | undefined {
  const observed = readAt(fleet, curveBySpread(fleet.model.engine, quantity));
  if (!observed || variesMore(fleet, observed.prediction.points)) return undefined;
  return plusDelay(fleet, quantity, observed);
}

/** Tells if the lengths of the workload vary more than those of a benchmark, by what the benchmark states or shows. */
export function variesMore({ model }: Fleet, points: readonly CurvePoint[]): boolean {
  return observationsOf(points).some(
    ({ observation }) => compareSpread(observation, model.workload) === 'differ',
  );
}

/** Percentile by the queueing model, around the mean; undefined without a steady state or a mean. */
export function percentileByModel(fleet: Fleet, quantity: Percentile): Evidence | undefined {
  const { modelledWaiting, latency } = fleet;
  const serviceCv = statedFigure(fleet.model.workload.serviceCv, 'factor', 'serviceCv');
  const modelled = modelledWaiting && tailOf(fleet, modelledWaiting, quantity);
  if (!latency || modelled === undefined || latency.bound === 'undecided') return undefined;
  const share = constantFigure(PERCENTILE_SHARES[quantity], 'share');
  const figure = deriveFigure(
    'percentile.modelled',
    modelled,
    's',
    { share, latency, serviceCv },
    latency.bound,
  );
  const provenance = withCaveats(figure.provenance, ['modelled-tail']);
  return { figure: { ...figure, provenance }, floor: 0, ...NO_POINTS };
}

/**
 * Percentile by the chain. A server that slows down under load may settle at several loads. The chain may then be
 * mostly at a lower load than the mean, which is that of the highest. In that case the percentile is computed for a
 * constant number in flight.
 */
function tailOf({ balanceHolds }: Fleet, waiting: Waiting, quantity: Percentile): number {
  const ofChain = percentileOf(waiting, quantity);
  if (!balanceHolds) return ofChain;
  return Math.max(ofChain, percentileWithoutQueueing(waiting, quantity) + waiting.balanceWaiting);
}
