/** Evidence of percentiles: observed ones, what follows from lower ones, and what the model of waiting has. */
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
 * Observed percentiles, plus what chance adds to them. Without any, by the spread that a lower one shows; and without
 * that, by the one that the model of waiting and of the variability of work gives the mean.
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

/** What chance adds to a percentile of a fixed number in flight; seconds. */
function delaysIn({ modelledWaiting }: Fleet, quantity: Percentile) {
  const added = modelledWaiting ? waitingDelayOf(modelledWaiting, quantity) : 0;
  const omittedDelay = (all: Waiting): number =>
    Math.max(0, percentileOf(all, quantity) - percentileWithoutQueueing(all, quantity) - added);
  return { added, omittedDelay };
}

/** Read from what each observation tells of it by a lower percentile. */
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
 * By the chain. Where a server that answers less the more it works on may settle at several loads, the chain may be
 * mostly at a lower one than the mean, which is that of the highest: then as if always as many were in flight.
 */
function tailOf({ balanceHolds }: Fleet, waiting: Waiting, quantity: Percentile): number {
  const ofChain = percentileOf(waiting, quantity);
  if (!balanceHolds) return ofChain;
  return Math.max(ofChain, percentileWithoutQueueing(waiting, quantity) + waiting.balanceWaiting);
}

/**
 * A percentile that is observed and contradicts the modelled one: a higher one that is lower, or a lower one
 * that is higher. It bounds the one that is asked for, and is what is known of it.
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
