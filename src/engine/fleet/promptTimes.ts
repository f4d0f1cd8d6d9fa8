/** Times of prompts on one server, as far as the observations of its engine tell them. */
import type { CurvePoint, LatencyCurve } from '../curve/curve';
import type { EngineAssessment } from '../curve/engineAssessment';
import { predictLatency } from '../curve/predict';
import { curveOf } from '../curve/quantityCurves';
import type { Figure } from '../figure/figure';
import type { Workload } from '../plan/plan';
import { prefillOf, timeToFirstToken } from '../queueing/firstToken';
import { memoize } from '../util/cache';

export interface PromptTimes {
  /** Time to first token at the lightest load that was observed; with a request alone if the token model gives it. */
  readonly lightest: { readonly latency: Figure; readonly points: readonly CurvePoint[] };
  /** Seconds that the prompt of one request takes by itself. */
  readonly prefillSeconds: number;
  /** Seconds of a step at that load, without prompts in it; 0 if unknown. */
  readonly decodeSeconds: number;
  /** Seconds of a step at that load; 0 if unknown. */
  readonly stepSeconds: number;
}

/** @returns undefined if nothing tells a time to first token. */
export function promptTimes(engine: EngineAssessment, workload: Workload): PromptTimes | undefined {
  const known = timesOf(engine);
  const key = workload.outputTokens?.value ?? 0;
  if (!known.has(key)) known.set(key, readPromptTimes(engine, workload));
  return known.get(key);
}

const timesOf = memoize((_: EngineAssessment) => new Map<number, PromptTimes | undefined>());

function readPromptTimes(engine: EngineAssessment, workload: Workload): PromptTimes | undefined {
  const curve = curveOf(engine, 'ttft', workload);
  const at = curve.points[0]?.at ?? 1;
  const lightest = predictLatency(curve, at);
  if (!lightest) return undefined;
  const stepSeconds = predictLatency(curveOf(engine, 'tpot', workload), at)?.latency.value ?? 0;
  const whole = predictLatency(engine.curve, at)?.latency.value;
  const arrivalRate = whole !== undefined && at > 1 ? at / whole : 0;
  const prefillSeconds = prefillOf(lightest.latency.value, {
    prefillCv: 0,
    stepSeconds,
    arrivalRate,
    arrivalScv: 1,
    busy: at > 1 ? 1 : 0,
  });
  const decodeSeconds = Math.max(0, stepSeconds * (1 - arrivalRate * prefillSeconds));
  return { lightest, prefillSeconds, stepSeconds, decodeSeconds };
}

/** A closed loop of one load, beside what its first tokens would take with arrivals spread over time. */
export interface ClosedLoop {
  readonly load: number;
  /** Answers a second. */
  readonly throughput: number;
  readonly firstToken: number;
  /** Seconds between two tokens. */
  readonly step: number;
  /** The same with arrivals spread over time. */
  readonly spread: number;
  /** The same with all requests starting together: half of all prompts come first. */
  readonly together: number;
}

/** Closed loops with more than one request, the lightest first. */
export function closedLoops(
  engine: EngineAssessment,
  workload: Workload,
  { prefillSeconds }: PromptTimes,
): readonly ClosedLoop[] {
  const steps = curveOf(engine, 'tpot', workload);
  return curveOf(engine, 'ttft', workload).points.flatMap(({ at, latency }): ClosedLoop[] => {
    const whole = secondsAt(engine.curve, at);
    const stepSeconds = secondsAt(steps, at);
    if (at <= 1 || whole === undefined || stepSeconds === undefined) return [];
    const throughput = at / whole;
    const spread = timeToFirstToken({
      prefillSeconds,
      prefillCv: 0,
      stepSeconds,
      arrivalRate: throughput,
      arrivalScv: 1,
      busy: 1,
    });
    const together = (prefillSeconds * (at + 1)) / 2 + 1.5 * stepSeconds;
    const firstToken = latency.value;
    return [{ load: at, throughput, firstToken, step: stepSeconds, spread, together }];
  });
}

function secondsAt({ points }: LatencyCurve, at: number): number | undefined {
  return points.find((point) => point.at === at)?.latency.value;
}
