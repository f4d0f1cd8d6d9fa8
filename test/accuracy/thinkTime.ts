/** Latency of users who pause between requests, predicted from a curve that was measured without pauses. */
import type { Points } from '../../src/engine/curve/fit/leastSquares';
import { assessOne, closed, engine, observe } from '../support/plans';
import type { MeasuredCurve } from './leaveOneOut';

/** A curve with runs of the same server under users who think. */
export interface ThinkTimeCurve extends MeasuredCurve {
  readonly model: string;
  readonly thinkTime: {
    readonly users: number;
    /** Think time and mean latency, both in seconds. */
    readonly points: Points;
  };
}

export interface ThinkTimePrediction {
  readonly thinkTime: number;
  readonly predicted: number;
  readonly measured: number;
  /** Predicted / measured - 1. */
  readonly error: number;
}

/**
 * The way of a plan: each point of the curve an observation, and one node with as many slots as were tried. The pauses
 * of these runs are fixed, and so are the answers. So nothing is left to chance, and the average load is what counts.
 */
export function predictThinkTimes(curve: ThinkTimeCurve): ThinkTimePrediction[] {
  const { points, thinkTime } = curve;
  const server = engine(points.map(([load, seconds]) => observe(load, seconds)));
  const parallel = Math.max(...points.map(([load]) => load));
  return thinkTime.points.map(([pause, measured]) => {
    const workload = closed(thinkTime.users, pause);
    const { load } = assessOne({ engine: server, workload }, { parallel, nodes: 1 });
    const predicted = byAverageLoad(curve, load?.value ?? Number.NaN, pause);
    return { thinkTime: pause, predicted, measured, error: predicted / measured - 1 };
  });
}

/** Latency of users on one server by Little's law: in flight n = users R / (R + pause). Without a pause by the curve. */
function byAverageLoad(
  { points, thinkTime: { users } }: ThinkTimeCurve,
  load: number,
  pause: number,
): number {
  if (pause > 0) return (load * pause) / (users - load);
  return points.find(([at]) => at === users)?.[1] ?? Number.NaN;
}

/**
 * The curve as it would have been at the time of the runs with pauses: a GPU in another state (warm, throttled) is
 * faster or slower at every load alike. The run without a pause tells by how much, and is then met by construction.
 */
export function scaleToRun<T extends ThinkTimeCurve>(curve: T): T | undefined {
  const { users, points } = curve.thinkTime;
  const run = points.find(([pause]) => pause === 0);
  const same = curve.points.find(([load]) => load === users);
  if (!run || !same) return undefined;
  const factor = run[1] / same[1];
  return { ...curve, points: curve.points.map(([load, s]) => [load, s * factor] as const) };
}
