/** Predicts percentiles that no observation states. */
import { curveBySpread } from '../curve/spreadCurves';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import { withCaveats } from '../figure/provenance';
import type { Fleet } from './fleet';
import { NO_POINTS, plusDelay, readAt, type Evidence } from './observedEvidence';
import { percentileOf, percentileWithoutQueueing } from './queueingDelay';
import { isTokenPercentile, type AnyPercentile } from '../plan/objectives';
import { PERCENTILE_SHARES } from '../plan/percentiles';
import type { Percentile } from '../plan/plan';
import type { Waiting } from '../queueing/predictWaiting';

/**
 * Prediction of a percentile; undefined if no model gives it. That of latency follows from the spread of a lower
 * observed percentile, or from the mean with the queueing model and the variability of work. No model gives those of
 * times of tokens.
 */
export function predictPercentile(fleet: Fleet, quantity: AnyPercentile): Evidence | undefined {
  if (isTokenPercentile(quantity)) return undefined;
  return percentileBySpread(fleet, quantity) ?? percentileByModel(fleet, quantity);
}

/** Percentile read from estimates by a lower percentile of each observation. */
function percentileBySpread(fleet: Fleet, quantity: Percentile): Evidence | undefined {
  const observed = readAt(fleet, curveBySpread(fleet.model.engine, quantity));
  return observed && plusDelay(fleet, quantity, observed);
}

function percentileByModel(fleet: Fleet, quantity: Percentile): Evidence | undefined {
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
