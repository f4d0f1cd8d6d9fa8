/** Answers a second of a fleet, and the share of the requests that its limited queue rejects. */
import { flipBound, joinBounds } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { deriveFigure, statedFigure } from '../figure/figures';
import { withCaveats } from '../figure/provenance';
import type { Workload } from '../plan/plan';
import type { Waiting } from '../queueing/predictWaiting';
import { maxQueueFigure } from './fleetFigures';
import { queuePlaces, type OperatingPoint, type ServerModel } from './operate';
import { peakRateFigure, thinkTimeFigure, usersFigure } from './workload';

/** Least share of rejections that a throughput shows. */
const NEGLIGIBLE_REJECTION_SHARE = 2e-3;

/** Tells if some requests are rejected. Then the average load, which includes them as work, is no lower bound. */
export function rejectsSome(model: ServerModel, waiting: () => Waiting | undefined): boolean {
  return (
    queuePlaces(model) < Infinity &&
    (waiting()?.rejectProbability ?? 0) > NEGLIGIBLE_REJECTION_SHARE
  );
}

/** Share of the requests that is rejected, by the queueing model. */
export function rejectedFigure(
  model: ServerModel,
  service: Figure,
  waiting: Waiting | undefined,
): Figure {
  const share = waiting?.rejectProbability ?? 0;
  const serviceCv = statedFigure(model.workload.serviceCv, 'factor', 'serviceCv');
  const inputs = { maxQueue: maxQueueFigure(model), latency: service, serviceCv };
  const figure = deriveFigure('rejected.modelled', share, 'share', inputs, service.bound);
  return { ...figure, provenance: withCaveats(figure.provenance, ['modelled-waiting']) };
}

export function throughputFigure(
  { workload }: ServerModel,
  point: OperatingPoint | undefined,
  latency: Figure | undefined,
): Figure | undefined {
  if (workload.kind === 'open') {
    if (!point) return undefined;
    const rate = peakRateFigure(workload);
    return deriveFigure('throughput.arrivals', rate.value, 'requests/s', { rate });
  }
  if (!latency) return undefined;
  const users = usersFigure(workload);
  const thinkTime = thinkTimeFigure(workload);
  const perSecond = users.value / (latency.value + thinkTime.value);
  const inputs = { users, latency, thinkTime };
  return deriveFigure(
    'throughput.littlesLaw',
    perSecond,
    'requests/s',
    inputs,
    flipBound(latency.bound),
  );
}

/** Answers a second while some requests are rejected. Rejected users think and try again. */
export function acceptedFigure(
  { workload }: ServerModel,
  latency: Figure | undefined,
  rejected: Figure,
): Figure | undefined {
  const bound = flipBound(rejected.bound);
  if (workload.kind === 'open') {
    const rate = peakRateFigure(workload);
    const perSecond = rate.value * (1 - rejected.value);
    return deriveFigure('throughput.accepted', perSecond, 'requests/s', { rate, rejected }, bound);
  }
  if (!latency) return undefined;
  const users = usersFigure(workload);
  const thinkTime = thinkTimeFigure(workload);
  const perSecond = users.value / (latency.value + thinkTime.value / (1 - rejected.value));
  const inputs = { users, latency, thinkTime, rejected };
  const joined = joinBounds(bound, flipBound(latency.bound));
  return deriveFigure('throughput.acceptedUsers', perSecond, 'requests/s', inputs, joined);
}

/** Answers a second with every slot busy. */
export function fullThroughput(slots: Figure, latency: Figure): Figure {
  const perSecond = slots.value / latency.value;
  const inputs = { slots, latency };
  return deriveFigure('throughput.full', perSecond, 'requests/s', inputs, flipBound(latency.bound));
}

/** Mean answers a second over time. Nodes are sized and paid for the peak, and answer fewer on average. */
export function meanThroughput(workload: Workload, throughput: Figure): Figure {
  if (workload.kind === 'closed' || workload.peakFactor.value === 1) return throughput;
  const peakFactor = statedFigure(workload.peakFactor, 'factor', 'peakFactor');
  const perSecond = throughput.value / peakFactor.value;
  const inputs = { throughput, peakFactor };
  return deriveFigure('throughput.mean', perSecond, 'requests/s', inputs, throughput.bound);
}
