/**
 * Latency, TTFT and TPOT of one server with n requests in flight, of L prompt and o output tokens each.
 *
 * Decode step: t(n, c) = weights + layers + experts (1 - (1 - q)^n) + n (arithmetic + bookkeeping) + n c cache,
 * c = L + o / 2 the mean context. Each step reads all dense weights and the experts that n tokens hit, and for each
 * request its cached tokens (roofline model: Williams, Waterman, Patterson 2009; for LLM inference Pope et al. 2022,
 * "Efficiently scaling transformer inference", section 3).
 * Prefill of a request: P(L) = base + L arithmetic + L² attention.
 * Requests that fit: ne = max(1, min(n, slots, capacity / c)), rounded off near capacity: contexts differ. What does not fit waits.
 * Latency: T0 = host + ne P + (o - 1) t(ne, c), T = T0 n / ne (n / X, Little's law): every prefill stalls all others.
 *
 * Times are seconds, loads requests. Every term is a parameter times a known factor.
 */
import { at } from './denseAlgebra';

export const PARAMETERS = [
  'weights', // reading dense weights, a step
  'layers', // launching layers and exchanging their results, a step
  'experts', // reading all experts, a step
  'arithmetic', // computing one token of a sequence
  'bookkeeping', // host work for a sequence, a step
  'cache', // reading one cached token
  'prefill', // computing one prompt token
  'attention', // attending to the tokens before it: a pair of tokens
  'prefillBase', // what a prefill takes whatever its length
  'host', // time on the host for a request, during which the GPU is free
  'capacity', // tokens that the KV cache has room for
] as const;
export type Parameter = (typeof PARAMETERS)[number];
export const SIZE = PARAMETERS.length;

export type Metric = 'latency' | 'ttft' | 'tpot';

/** A load at token lengths. */
export interface LoadPoint {
  /** Requests in flight on the server, waiting ones with them. */
  readonly load: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  /** Mean context of the requests in flight; of answers of one length, by default: promptTokens + outputTokens / 2. */
  readonly contextTokens?: number;
}

/** What the model needs to know of a server beside its parameters. */
export interface ServerShape {
  /** Share of the experts that a token uses; 0 for dense models. */
  readonly expertShare: number;
  /** Share of the layers that attend to a window only, and its tokens. */
  readonly windowShare: number;
  readonly window: number;
  readonly slots: number;
  /** Share of a TTFT that is of requests that start together: 0 for steady load. */
  readonly startsTogether: number;
}

/** A point, with what does not depend on parameters. */
export interface Terms {
  readonly shape: ServerShape;
  readonly load: number;
  readonly steps: number;
  readonly promptTokens: number;
  readonly context: number;
  /** Cached tokens that a decode step reads for a request, and pairs of tokens that its prefill attends to. */
  readonly read: number;
  readonly pairs: number;
}

const [WEIGHTS, LAYERS, EXPERTS, ARITHMETIC, BOOKKEEPING, CACHE] = [0, 1, 2, 3, 4, 5] as const;
const [PREFILL, ATTENTION, PREFILL_BASE, HOST, CAPACITY] = [6, 7, 8, 9, 10] as const;
/** Decode steps between the end of a prefill and its first token, in the mean of when it ends. */
const STEPS_TO_FIRST = 1.5;
const MOST_BUSY = 0.98;
/** Sharpness of the bend where the cache is full. */
const SHARPNESS = 6;
const LITTLE = 1e-4;

export function termsAt(shape: ServerShape, point: LoadPoint): Terms {
  const { promptTokens, outputTokens } = point;
  const context = point.contextTokens ?? promptTokens + outputTokens / 2;
  return {
    shape,
    load: Math.max(point.load, 1e-9),
    steps: Math.max(outputTokens - 1, 0),
    promptTokens,
    context,
    read: attended(shape, context),
    pairs: 2 * promptTokens * attended(shape, promptTokens / 2),
  };
}

/** Tokens that a token after `context` others attends to, in the mean of all layers. */
function attended({ windowShare, window }: ServerShape, context: number): number {
  return (1 - windowShare) * context + windowShare * Math.min(context, window);
}

/** Requests that run at once, and how their logarithm moves with that of the capacity. */
export function runningAt(
  { shape, load, context }: Terms,
  capacity: number,
): { readonly running: number; readonly byCapacity: number } {
  const wanted = Math.min(load, shape.slots);
  const crowding = (wanted * context) / capacity;
  if (load <= 1 || crowding < 0.2) return { running: wanted, byCapacity: 0 };
  const power = crowding ** SHARPNESS;
  const running = wanted * (1 + power) ** (-1 / SHARPNESS);
  return running > 1 ? { running, byCapacity: power / (1 + power) } : { running: 1, byCapacity: 0 };
}

/**
 * Logarithm of the metric; its derivatives by the logarithms of the parameters go into `gradient`.
 * @param values The parameters themselves.
 */
export function logMetric(
  terms: Terms,
  metric: Metric,
  values: Float64Array,
  gradient: Float64Array,
): number {
  const { running, byCapacity } = runningAt(terms, at(values, CAPACITY));
  const times = timesOf(terms, values, running);
  const result = partsOf(terms, metric, times);
  const byStep = result.byStep;
  const byPrefill = result.byPrefill;
  gradient[WEIGHTS] = byStep * at(values, WEIGHTS);
  gradient[LAYERS] = byStep * at(values, LAYERS);
  gradient[EXPERTS] = byStep * at(values, EXPERTS) * times.hit;
  gradient[ARITHMETIC] = byStep * at(values, ARITHMETIC) * running;
  gradient[BOOKKEEPING] = byStep * at(values, BOOKKEEPING) * running;
  gradient[CACHE] = byStep * at(values, CACHE) * running * terms.read;
  gradient[PREFILL] = byPrefill * at(values, PREFILL) * terms.promptTokens;
  gradient[ATTENTION] = byPrefill * at(values, ATTENTION) * terms.pairs;
  gradient[PREFILL_BASE] = byPrefill * at(values, PREFILL_BASE);
  gradient[HOST] = result.byHost * at(values, HOST);
  gradient[CAPACITY] = 0;
  if (byCapacity > 0) {
    const more = partsOf(terms, metric, timesOf(terms, values, running * (1 + LITTLE)));
    gradient[CAPACITY] =
      (byCapacity * (Math.log(more.seconds) - Math.log(result.seconds))) / LITTLE;
  }
  return Math.log(result.seconds);
}

interface Times {
  readonly running: number;
  /** Share of the experts that a step reads. */
  readonly hit: number;
  readonly step: number;
  readonly prefill: number;
  readonly host: number;
}

function timesOf(terms: Terms, values: Float64Array, running: number): Times {
  const { expertShare } = terms.shape;
  const hit = expertShare > 0 ? 1 - (1 - expertShare) ** running : 0;
  return {
    running,
    hit,
    step:
      at(values, WEIGHTS) +
      at(values, LAYERS) +
      at(values, EXPERTS) * hit +
      running * (at(values, ARITHMETIC) + at(values, BOOKKEEPING) + at(values, CACHE) * terms.read),
    prefill:
      at(values, PREFILL) * terms.promptTokens +
      at(values, ATTENTION) * terms.pairs +
      at(values, PREFILL_BASE),
    host: at(values, HOST),
  };
}

/** A metric, and the derivatives of its logarithm by the three times. */
interface Parts {
  readonly seconds: number;
  readonly byHost: number;
  readonly byPrefill: number;
  readonly byStep: number;
}

function partsOf(terms: Terms, metric: Metric, times: Times): Parts {
  const { load, steps } = terms;
  const { running, step, prefill, host } = times;
  const own = host + running * prefill + steps * step;
  if (metric === 'latency') {
    const seconds = (own * load) / running;
    return { seconds, byHost: 1 / own, byPrefill: running / own, byStep: steps / own };
  }
  const first = firstToken(terms, times);
  if (metric === 'tpot') {
    if (steps === 0) return { seconds: step, byHost: 0, byPrefill: 0, byStep: 1 / step };
    const rest = Math.max(own - first.seconds, own / 50);
    return {
      seconds: rest / steps,
      byHost: (1 - first.byHost) / rest,
      byPrefill: (running - first.byPrefill) / rest,
      byStep: (steps - first.byStep) / rest,
    };
  }
  // Requests beyond those that run wait for others to end.
  const queued = load / running - 1;
  const seconds = first.seconds + own * queued;
  return {
    seconds,
    byHost: (first.byHost + queued) / seconds,
    byPrefill: (first.byPrefill + queued * running) / seconds,
    byStep: (first.byStep + queued * steps) / seconds,
  };
}

/**
 * Time to the first token of a request that runs at once: its own prefill, what it waits for those of others
 * (M/D/1, Pollaczek 1930: rho P / (2 (1 - rho)), and no more than half of the others' prefills), and steps of
 * decoding. Requests that start together wait for half of all prefills. Derivatives are of the time itself.
 */
function firstToken({ shape, steps }: Terms, { running, step, prefill, host }: Times): Parts {
  const others = running > 1 ? (running - 1) / running : 0;
  const decoding = host + steps * step;
  const own = decoding + running * prefill;
  const most = ((running - 1) * prefill) / 2;
  const free = Math.max(decoding, own * (1 - MOST_BUSY));
  let wait = (running * prefill * prefill) / (2 * free);
  let slopes = [-wait / free, (2 * wait) / prefill, (-wait * steps) / free] as const;
  if (wait > most) {
    wait = Math.max(most, 0);
    slopes = [0, Math.max(running - 1, 0) / 2, 0];
  }
  const together = shape.startsTogether;
  const steady = 1 - together;
  return {
    seconds:
      host +
      steady * (prefill + STEPS_TO_FIRST * step + others * wait) +
      together * ((prefill * (running + 1)) / 2 + step / 2),
    byHost: 1 + steady * others * slopes[0],
    byPrefill: steady * (1 + others * slopes[1]) + (together * (running + 1)) / 2,
    byStep: steady * (STEPS_TO_FIRST + others * slopes[2]) + together / 2,
  };
}
