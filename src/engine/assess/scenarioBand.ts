/** 80 % band around the latency of a fleet: that of its verdicts where it includes modelled queueing. */
import { type LatencyBand, bandAround } from '../curve/latencyBand';
import type { Fleet } from '../fleet/fleet';
import { bandOf, modelledRange } from '../verdict/withinRange';

/** Band; undefined if the latency was observed directly, is a bound, or has fewer than three points behind it. */
export function bandOfLatency(fleet: Fleet): LatencyBand | undefined {
  const { latency, load, parallel, model } = fleet;
  const range = latency?.bound === 'exact' ? modelledRange(fleet, 'latency', latency) : undefined;
  return latency && range
    ? bandOf(latency, range)
    : bandAround(model.engine.curve, latency, load, parallel.value);
}
