/**
 * How much slower a server is under the traffic of a workload than in a closed loop of requests of one length, with as
 * many in flight.
 *
 * - Long answers are in flight longer, so the requests in flight have more context than the average request:
 *   promptTokens + outputTokens (1 + cv²) / 2 (residual life: Cox, Renewal Theory, 1962). The token model tells
 *   what the longer contexts cost.
 * - A server that computes prompts first stops decoding for each of them. In a closed loop whose requests start together
 *   one stop computes many prompts.
 */
import type { CurvePoint, LatencyCurve } from '../curve/curve';
import type { EngineAssessment, FittedAtLengths } from '../curve/engineAssessment';
import { compareToCv } from '../curve/lengthSpread';
import { tokenLengths } from '../curve/observedLengths';
import { throughputAt } from './balance';
import { wholeCurve } from '../curve/predict';
import { constantFigure, deriveFigure } from '../figure/figures';
import { withCaveats } from '../figure/provenance';
import { isBurst } from '../observation/burst';
import type { Workload } from '../plan/plan';
import { stepMetByArrivals } from '../queueing/firstToken';
import { memoize } from '../util/cache';
import { closedLoops, promptTimes, type ClosedLoop } from './promptTimes';
import { isAlwaysInFlight } from './workload';

/** Factors on S(b) at loads that are powers of `STEP`, ascending and at least 1. */
type TrafficBias = readonly number[];

const STEP = Math.SQRT2;
/** Loads up to 2^15. */
const STEPS = 31;
/** Largest factor that an extrapolation of contexts may have. */
const LARGEST = 3;
const NO_BIAS: TrafficBias = [];

/**
 * Engine with the curve that it has under the traffic of a workload. Observations that it moves still prove what they
 * show: they are among those that are set aside.
 */
export function underTraffic(engine: EngineAssessment, workload: Workload): EngineAssessment {
  const { outputTokens, serviceCv } = workload;
  if (!outputTokens || isAlwaysInFlight(workload)) return engine;
  const known = underTrafficOf(engine);
  const share = shareSpread(engine, workload);
  const key = [outputTokens.value, serviceCv.value, share].join();
  let found = known.get(key);
  if (!found) {
    const bias = computeBias(engine, workload, outputTokens.value).map(
      (factor) => 1 + share * (factor - 1),
    );
    found = bias.length === 0 ? engine : { ...engine, curve: slowed(engine.curve, bias) };
    known.set(key, found);
  }
  return found;
}

/**
 * Share of the requests that arrive apart from each other. Users with short pauses, beside the time of an answer, are
 * close to a closed loop, in which the times are as observed.
 */
function shareSpread({ curve }: EngineAssessment, workload: Workload): number {
  const alone = curve.knots[0]?.[1];
  if (workload.kind === 'open' || alone === undefined) return 1;
  return -Math.expm1(-workload.thinkTimeSeconds.value / alone);
}

const underTrafficOf = memoize((_: EngineAssessment) => new Map<string, EngineAssessment>());

function slowed(curve: LatencyCurve, bias: TrafficBias): LatencyCurve {
  const { points, setAside, knots } = curve;
  return {
    ...curve,
    points: points.map((point) => slowedPoint(point, biasAt(bias, point.at))),
    setAside: [...setAside, ...points],
    knots: knots.map(([load, seconds]) => [load, seconds * biasAt(bias, load)] as const),
  };
}

function slowedPoint(point: CurvePoint, share: number): CurvePoint {
  const { latency } = point;
  if (share === 1) return point;
  const inputs = { latency, factor: constantFigure(share, 'factor') };
  const provenance = withCaveats(latency.provenance, ['lengths-vary']);
  return {
    ...point,
    latency: deriveFigure(
      'latency.underTraffic',
      latency.value * share,
      's',
      inputs,
      latency.bound,
      provenance,
    ),
  };
}

/** Factor at a load: straight between the powers of `STEP`. */
function biasAt(bias: TrafficBias, load: number): number {
  const place = Math.log(Math.max(1, load)) / Math.log(STEP);
  const index = Math.floor(place);
  const last = bias.at(-1) ?? 1;
  const [from, to] = [bias[index] ?? last, bias[index + 1] ?? last];
  return from + (to - from) * (place - index);
}

function computeBias(
  engine: EngineAssessment,
  workload: Workload,
  outputTokens: number,
): TrafficBias {
  const cv = workload.serviceCv.value;
  const fitted = cv > 0 && !hasContexts(engine, cv) ? engine.atLengths?.fitted : undefined;
  const contexts = fitted && contextFactor(fitted, cv);
  const stalls = stallSeconds(engine, workload, outputTokens);
  if ((!contexts && !stalls) || engine.curve.knots.length === 0) return NO_BIAS;
  const segments = wholeCurve(engine.curve);
  let highest = 1;
  return Array.from({ length: STEPS }, (_, i) => {
    const load = STEP ** i;
    const seconds = load / throughputAt(segments, load);
    const factor = (contexts?.(load) ?? 1) + (stalls?.(load, seconds) ?? 0) / seconds;
    highest = Math.min(LARGEST, Math.max(highest, factor));
    return highest;
  });
}

/**
 * Tells if every observation has the contexts of varying lengths already, or no less than their effect: a burst drains,
 * so that a steady load has a higher throughput.
 */
function hasContexts({ observations }: EngineAssessment, cv: number): boolean {
  return (
    observations.length > 0 &&
    observations.every(
      ({ observation }) => compareToCv(observation, cv) === 'same' || isBurst(observation),
    )
  );
}

/** S(b) with the contexts of the requests in flight, divided by S(b) with those of answers of one length. */
function contextFactor({ model, lengths }: FittedAtLengths, cv: number): (load: number) => number {
  const asked = tokenLengths(lengths);
  const { promptTokens, outputTokens } = asked;
  const contextTokens = promptTokens + (outputTokens * (1 + cv * cv)) / 2;
  return (load) => {
    const point = { load, ...asked };
    const even = model.valueAt(point, 'latency');
    return model.valueAt({ ...point, contextTokens }, 'latency') / even;
  };
}

/**
 * Seconds that an answer takes longer, since each prompt of another request stops it. Such a stop takes a step beyond
 * the prompts in it. In a closed loop that starts together hardly any stop is for one prompt; with arrivals spread over
 * time most are.
 */
function stallSeconds(
  engine: EngineAssessment,
  workload: Workload,
  outputTokens: number,
): ((load: number, seconds: number) => number) | undefined {
  const times = computesPromptsFirst(engine) ? promptTimes(engine, workload) : undefined;
  if (!times) return undefined;
  const heaviest = closedLoops(engine, workload, times).at(-1);
  if (!heaviest) return undefined;
  const { prefillSeconds, stepSeconds } = times;
  const stopsObserved = 1 / promptsPerStop(heaviest, prefillSeconds);
  return (load, seconds) => {
    const others =
      (load / seconds) *
      stepMetByArrivals({
        prefillSeconds,
        prefillCv: 0,
        stepSeconds: seconds / outputTokens,
        arrivalRate: load / seconds,
        arrivalScv: 1,
        busy: 1,
      });
    const stopsPerPrompt = others > 0 ? -Math.expm1(-others) / others : 1;
    return Math.max(0, load - 1) * stepSeconds * Math.max(0, stopsPerPrompt - stopsObserved);
  };
}

/**
 * Prompts that are computed in one stop of a closed loop. If all requests start together and B prompts come at once, the
 * mean first token is after (load + B) / 2 prompts.
 */
function promptsPerStop({ load, firstToken, step }: ClosedLoop, prefillSeconds: number): number {
  const together = (2 * (firstToken - step)) / prefillSeconds - load;
  return Math.min(load, Math.max(1, together));
}

/** Tells if a server stops decoding while it computes prompts. */
function computesPromptsFirst({ spec: { prefill } }: EngineAssessment): boolean {
  return prefill?.value === 'first';
}
