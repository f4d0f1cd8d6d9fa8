/** Evidence of percentiles: observed ones, estimates from lower ones, and results of the queueing model. */
import { percentileDelay, percentileOf, percentileWithoutQueueing } from './queueingDelay';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import type { Fleet } from './fleet';
import {
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
    return plusWaiting(fleet, observed, delayIn(fleet, quantity));
  }
  const modelled = percentileBySpread(fleet, quantity) ?? percentileByModel(fleet, quantity);
  return modelled && (observedNeighbour(fleet, quantity, modelled.figure.value) ?? modelled);
}

function delayIn({ modelledWaiting }: Fleet, quantity: Percentile): number {
  return modelledWaiting ? percentileDelay(modelledWaiting, quantity) : 0;
}

/** Percentile read from estimates by a lower percentile of each observation. */
function percentileBySpread(fleet: Fleet, quantity: Percentile): Evidence | undefined {
  const observed = readAt(fleet, curveBySpread(fleet.model.engine, quantity));
  if (!observed) return undefined;
  return plusWaiting(fleet, observed, delayIn(fleet, quantity));
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
