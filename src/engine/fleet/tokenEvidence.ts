/**
 * Evidence of times of tokens. In a closed loop without pauses they are as observed. Under random arrivals they are
 * not: the requests of a closed loop start together, and wait for the prompts of all others before the first token, but
 * for none after it.
 */
import { citedObservations } from '../curve/citedObservations';
import type { LatencyCurve } from '../curve/curve';
import { observationsOf, predictLatency } from '../curve/predict';
import { curveOf } from '../curve/quantityCurves';
import { isLower } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { deriveFigure, statedFigure } from '../figure/figures';
import { withCaveats } from '../figure/provenance';
import { hasOpenArrivals } from '../observation/observedArrivals';
import { answerTokens, tokenTime } from '../observation/observedTimes';
import { compareTokens } from '../observation/tokens';
import type { Stated, Workload } from '../plan/plan';
import { ROUTING_TRAITS } from '../plan/routings';
import { timeToFirstToken as firstTokenSeconds } from '../queueing/firstToken';
import type { Fleet } from './fleet';
import { NO_POINTS, observedAt, plusWaiting, type Evidence } from './observedEvidence';
import { promptTimes, type PromptTimes } from './promptTimes';
import { runningLimit } from './runningLimit';
import { slowedBy } from './timeDelay';

/** Time to first token, with the mean wait for a slot before it. */
export function timeToFirstToken(fleet: Fleet): Evidence | undefined {
  const curve = curveOf(fleet.model.engine, 'ttft', fleet.model.workload);
  if (fleet.comesByChance && !wasObservedUnderArrivals(curve)) {
    return firstTokenUnderArrivals(fleet);
  }
  const observed = observedAt(fleet, 'ttft');
  if (!observed) return undefined;
  const waiting = fleet.comesByChance
    ? (fleet.modelledWaiting?.waiting ?? 0)
    : waitBeyondObserved(fleet);
  return plusWaiting(fleet, observed, waiting);
}

/**
 * Mean wait for a slot that a closed loop with as many in flight did not have. If the KV cache limits the requests that
 * run, their wait for room is in the observed times already.
 */
function waitBeyondObserved({ model, load, service, modelledWaiting }: Fleet): number {
  const { closedLoop, parallel, workload } = model;
  if (runningLimit(closedLoop, workload) >= parallel || !load || !service) {
    return modelledWaiting?.waiting ?? 0;
  }
  return service.value * Math.max(0, load.value / parallel - 1);
}

/** Time per token after the first. */
export function timePerToken(fleet: Fleet): Evidence | undefined {
  const observed = observedAt(fleet, 'tpot');
  if (fleet.comesByChance && !(observed && wasObservedUnderArrivals(observed.curve))) {
    return tokenTimeOfMeans(fleet) ?? slowedTokenTime(fleet);
  }
  return observed ? plusWaiting(fleet, observed, 0) : tokenTimeOfMeans(fleet);
}

/** Tells if every point of a curve was measured with requests that arrived at a rate. */
export function wasObservedUnderArrivals({ points }: LatencyCurve): boolean {
  return (
    points.length > 0 &&
    observationsOf(points).every(({ observation }) => hasOpenArrivals(observation))
  );
}

/** The prompt of a request alone, delayed by the steps and the prompts of others, and by the wait for a slot. */
function firstTokenUnderArrivals(fleet: Fleet): Evidence | undefined {
  const { modelledWaiting: waiting, latency, throughput, servers, model } = fleet;
  const times = promptTimes(model.closedLoop, model.workload);
  if (!times || !waiting || !latency || !throughput) return undefined;
  const { lightest, prefillSeconds } = times;
  const arrivalRate = waiting.perServer * shareOfOthers(model.workload);
  const step = stepSeconds(fleet, lightest.latency.value);
  const spread = firstTokenSeconds({
    prefillSeconds,
    prefillCv: (model.workload.promptTokensCv ?? model.workload.serviceCv).value,
    stepSeconds: step,
    leastDecodeSeconds: leastDecodeSeconds(fleet, times, arrivalRate * waiting.service),
    arrivalRate,
    arrivalScv: waiting.serverArrivalScv,
    busy: Math.min(1, arrivalRate * waiting.service),
  });
  const together = observedAt(fleet, 'ttft')?.prediction.latency.value ?? spread;
  const share = shareTogether(fleet, step, waiting.service);
  const seconds =
    (1 - share) * (spread + waiting.waiting) + share * (together + waitBeyondObserved(fleet));
  const inputs = {
    ttft: lightest.latency,
    throughput,
    servers,
    parallel: fleet.parallel,
    latency,
    serviceCv: statedFigure(model.workload.serviceCv, 'factor', 'serviceCv'),
  };
  const { bound } = lightest.latency;
  const figure = deriveFigure('ttft.underArrivals', seconds, 's', inputs, bound);
  const provenance = withCaveats(figure.provenance, ['modelled-waiting']);
  return { figure: { ...figure, provenance }, floor: 0, ...NO_POINTS, restsOn: lightest.points };
}

/**
 * Least seconds of a step without prompts: those of the lighter loads of the curve. Where the curve is level, the share
 * of prompts in a step grows with the load, which makes no step without them faster.
 */
function leastDecodeSeconds(fleet: Fleet, times: PromptTimes, load: number): number {
  const { prefillSeconds, decodeSeconds, lightest } = times;
  const tokens = fleet.latency && sharedTokens(fleet, [fleet.latency]);
  if (!tokens || !(tokens.value > 1)) return decodeSeconds;
  const lighter = fleet.model.engine.curve.knots.filter(([at]) => at <= load);
  const steps = lighter.map(([at, seconds]) => {
    const step = stepOf(seconds, lightest.latency.value, tokens.value);
    return step * Math.max(0, 1 - (at / seconds) * prefillSeconds);
  });
  return Math.max(decodeSeconds, ...steps);
}

/** Share of the requests that others send: a user meets none of their own (arrival theorem: Sevcik, Mitrani 1981). */
function shareOfOthers(workload: Workload): number {
  return workload.kind === 'closed' ? Math.max(0, 1 - 1 / workload.users.value) : 1;
}

/** Least share of an answer's time that counts as a step, where the times do not tell. */
const LEAST_STEP_SHARE = 1e-3;

/**
 * Share of the requests that start together, as all do in a closed loop without pauses: of users whose pauses are short
 * beside a step, unless the router spreads them over other servers.
 */
function shareTogether(
  { model, policy, servers }: Fleet,
  stepSeconds: number,
  serviceSeconds: number,
): number {
  const { workload } = model;
  const stayTogether = ROUTING_TRAITS[policy.routing.value].sharesQueue || servers.value <= 1;
  if (workload.kind === 'open' || !stayTogether) return 0;
  const thinkTime = workload.thinkTimeSeconds.value;
  return thinkTime === 0
    ? 1
    : Math.exp(-thinkTime / Math.max(stepSeconds, LEAST_STEP_SHARE * serviceSeconds));
}

/**
 * Mean seconds between two tokens. What an answer takes beyond its first token is shared by the others; without lengths
 * the observed time per token is as much slower as the whole.
 * @param firstSeconds Least seconds to the first token.
 */
function stepSeconds(fleet: Fleet, firstSeconds: number): number {
  const { modelledWaiting: waiting, latency } = fleet;
  const tokens = latency && sharedTokens(fleet, [latency]);
  if (waiting && tokens && tokens.value > 1) {
    return stepOf(waiting.service, firstSeconds, tokens.value);
  }
  return (
    (observedAt(fleet, 'tpot')?.prediction.latency.value ?? 0) *
    (1 + (waiting ? slowedBy(waiting) : 0))
  );
}

/** Seconds between two of the tokens of an answer, from those of the whole answer and of its first token. */
function stepOf(wholeSeconds: number, firstSeconds: number, tokens: number): number {
  return Math.max(0, wholeSeconds - firstSeconds) / (tokens - 1);
}

/** Observed time per token, slowed as the whole is. */
function slowedTokenTime(fleet: Fleet): Evidence | undefined {
  const { modelledWaiting } = fleet;
  const observed = observedAt(fleet, 'tpot');
  if (!observed || !modelledWaiting) return undefined;
  const seconds = slowedBy(modelledWaiting) * observed.prediction.latency.value;
  const { figure, restsOn } = plusWaiting(fleet, observed, seconds);
  const provenance = withCaveats(figure.provenance, ['modelled-waiting']);
  return { figure: { ...figure, provenance }, floor: 0, ...NO_POINTS, restsOn };
}

/** Time per token from the mean latency and the time to first token. */
function tokenTimeOfMeans(fleet: Fleet): Evidence | undefined {
  const { latency } = fleet;
  const ttft = timeToFirstToken(fleet)?.figure;
  if (!ttft || !latency || ttft.bound !== 'exact' || isLower(latency.bound)) return undefined;
  const tokens = sharedTokens(fleet, [latency, ttft]);
  if (!tokens || !(tokens.value > 1)) return undefined;
  const stated = statedFigure(tokens, 'tokens', 'outputTokens');
  const figure = tokenTime(latency, ttft, stated);
  if (!figure) return undefined;
  const observed = observedAt(fleet, 'tpot');
  const least = observed && plusWaiting(fleet, observed, 0);
  const alone = fleet.comesByChance ? tokenTimeAlone(fleet, ttft, stated) : undefined;
  // random arrivals make no token faster than the average load does, or a request alone on a server has
  if (least && least.figure.value > Math.max(figure.value, alone?.value ?? 0)) {
    return { ...NO_POINTS, figure: least.figure, floor: 0, restsOn: least.restsOn };
  }
  return {
    figure: alone && alone.value > figure.value ? alone : figure,
    floor: 0,
    ...NO_POINTS,
  };
}

/** Time per token of a request alone on a server, by the same two models. */
function tokenTimeAlone({ model }: Fleet, ttft: Figure, tokens: Figure): Figure | undefined {
  const latency = predictLatency(model.engine.curve, 1)?.latency;
  const times = promptTimes(model.closedLoop, model.workload);
  if (!times || latency?.bound !== 'exact') return undefined;
  const step = stepOf(latency.value, times.lightest.latency.value, tokens.value);
  const first = firstTokenSeconds({
    prefillSeconds: times.prefillSeconds,
    prefillCv: 0,
    stepSeconds: step,
    leastDecodeSeconds: times.decodeSeconds,
    arrivalRate: 0,
    arrivalScv: 1,
    busy: 0,
  });
  return tokenTime(latency, { ...ttft, value: Math.min(first, ttft.value) }, tokens);
}

/**
 * Length of the answers behind figures: the workload's if all of them had about its lengths, or one that all state.
 */
function sharedTokens(
  { model: { engine, workload } }: Fleet,
  figures: readonly Figure[],
): Stated<number> | undefined {
  // modelled times are of answers as long as the workload's
  if (engine.atLengths && workload.outputTokens) return workload.outputTokens;
  const cited = citedObservations(engine, figures).map(({ observation }) => observation);
  const areAsAsked = cited.every((one) => compareTokens(one, workload) === 'same');
  if (areAsAsked && workload.outputTokens) return workload.outputTokens;
  const [tokens, ...others] = cited.map((observation) => answerTokens(observation, workload));
  return others.some((other) => other?.value !== tokens?.value) ? undefined : tokens;
}
