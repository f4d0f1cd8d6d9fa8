/**
 * Chooses the figure that is compared with an objective. Observations of the same quantity come first, then results of
 * the mean latency and the queueing model.
 */
import { allPoints } from '../curve/curve';
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import type { Fleet } from './fleet';
import { NO_POINTS, type Evidence } from './observedEvidence';
import { percentileEvidence } from './percentileEvidence';
import type { TimeObjective } from '../plan/plan';
import { withCaveats } from '../figure/provenance';
import { timePerToken, timeToFirstToken } from './tokenEvidence';

/** Evidence for a quantity; undefined if there is none. */
export function evidenceFor(fleet: Fleet, quantity: TimeObjective): Evidence | undefined {
  if (quantity === 'latency') return fleet.latency && ofLatency(fleet, fleet.latency);
  const modelled = modelledEvidence(fleet, quantity);
  if (modelled) {
    const figure = fleet.bounded(quantity, modelled.figure);
    // a measurement at equal or higher load already includes everything
    return figure === modelled.figure ? modelled : { ...modelled, figure };
  }
  const measured = fleet.measuredBound(quantity);
  return measured && { figure: measured.figure, floor: 0, ...NO_POINTS };
}

function modelledEvidence(
  fleet: Fleet,
  quantity: Exclude<TimeObjective, 'latency'>,
): Evidence | undefined {
  switch (quantity) {
    case 'ttft':
      return timeToFirstToken(fleet);
    case 'tpot':
      return timePerToken(fleet);
    default:
      return percentileEvidence(fleet, quantity);
  }
}

function ofLatency(fleet: Fleet, figure: Figure): Evidence {
  const { latencyFloorSeconds, model, servicePoints } = fleet;
  const points = allPoints(model.engine.curve);
  return {
    figure,
    floor: latencyFloorSeconds,
    reading: fleet.service,
    points,
    restsOn: servicePoints,
  };
}

/** Share of requests that are rejected. */
export function rejectedShare(fleet: Fleet): Figure | undefined {
  const { maxQueue } = fleet.model.engine.spec;
  if (!maxQueue) return constantFigure(0, 'share'); // no request is ever rejected
  const { modelledWaiting } = fleet;
  if (!modelledWaiting || !fleet.latency) return undefined;
  const queue = statedFigure(maxQueue, 'requests', 'maxQueue');
  const serviceCv = statedFigure(fleet.model.workload.serviceCv, 'factor', 'serviceCv');
  const inputs = { maxQueue: queue, latency: fleet.latency, serviceCv };
  const figure = deriveFigure(
    'rejected.modelled',
    modelledWaiting.rejectProbability,
    'share',
    inputs,
    fleet.latency.bound,
  );
  const provenance = withCaveats(figure.provenance, ['modelled-waiting']);
  return { ...figure, provenance };
}
