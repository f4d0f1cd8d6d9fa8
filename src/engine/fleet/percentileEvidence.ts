/** Evidence of percentiles: observed ones, estimates from lower ones, and results of the queueing model. */
import { waitingDelayOf, percentileOf, percentileWithoutQueueing } from './queueingDelay';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import type { Fleet } from './fleet';
import {
  ceilingOf,
  NO_POINTS,
  observedAt,
  plusWaiting,
  readAt,
  type Evidence,
} from './observedEvidence';
import { PERCENTILE_SHARES } from '../plan/percentiles';
import { PERCENTILES, type Percentile } from '../plan/plan';
import { withCaveats } from '../figure/provenance';
import type { Waiting } from '../queueing/predictWaiting';
import { curveBySpread } from '../curve/spreadCurves';

/**
 * Evidence of a percentile. Observed ones plus queueing delay come first. Without any, the spread of a lower percentile
 * decides. Otherwise the queueing model and the variability of work give it from the mean.
 */
export function percentileEvidence(fleet: Fleet, quantity: Percentile): Evidence | undefined {
  const observed = observedAt(fleet, quantity);
  if (observed) {
    const { prediction, curve } = observed;
    const { added, omittedDelay } = delaysIn(fleet, quantity);
    return plusWaiting(fleet, prediction, curve, added, omittedDelay);
  }
  const modelled = percentileBySpread(fleet, quantity) ?? percentileByModel(fleet, quantity);
  return modelled && (observedNeighbour(fleet, quantity, modelled.figure.value) ?? modelled);
}

/** Seconds that random arrivals add to a percentile of a constant number in flight. */
function delaysIn({ modelledWaiting }: Fleet, quantity: Percentile) {
  const added = modelledWaiting ? waitingDelayOf(modelledWaiting, quantity) : 0;
  const omittedDelay = (all: Waiting): number =>
    Math.max(0, percentileOf(all, quantity) - percentileWithoutQueueing(all, quantity) - added);
  return { added, omittedDelay };
}

/** Percentile read from estimates by a lower percentile of each observation. */
function percentileBySpread(fleet: Fleet, quantity: Percentile): Evidence | undefined {
  const observed = readAt(fleet, curveBySpread(fleet.model.engine, quantity));
  if (!observed) return undefined;
  const { added, omittedDelay } = delaysIn(fleet, quantity);
  return plusWaiting(fleet, observed.prediction, observed.curve, added, omittedDelay);
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
  const tail = { ...figure, provenance };
  const ceiling = ceilingOf(fleet, tail, (all) =>
    Math.max(0, percentileOf(all, quantity) - modelled),
  );
  return { figure: tail, floor: 0, ...NO_POINTS, ceiling };
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

/**
 * Observed percentile that contradicts the modelled one: a higher one that is lower, or a lower one that is higher. It
 * then bounds the modelled one and replaces it.
 */
function observedNeighbour(
  fleet: Fleet,
  quantity: Percentile,
  modelled: number,
): Evidence | undefined {
  for (const other of PERCENTILES) {
    if (other === quantity || !observedAt(fleet, other)) continue;
    const known = percentileEvidence(fleet, other);
    if (known?.figure.bound !== 'exact') continue;
    const isHigher = PERCENTILE_SHARES[other] > PERCENTILE_SHARES[quantity];
    const bound = isHigher ? '<=' : '>=';
    const { figure } = known;
    const contradicts = isHigher ? figure.value < modelled : figure.value > modelled;
    if (!contradicts) continue;
    return { figure: { ...figure, bound }, floor: isHigher ? 0 : figure.value, ...NO_POINTS };
  }
  return undefined;
}
