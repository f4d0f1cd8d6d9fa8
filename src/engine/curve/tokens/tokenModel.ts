/**
 * Computes latency, TTFT and TPOT of one server with n requests in flight, of L prompt and o output tokens each.
 *
 * - Decode step: t(n, c) = weights + layers + experts (1 - (1 - q)^n) + n (arithmetic + bookkeeping) + n c cache. The
 *   mean context is c = L + o / 2. A token uses the share q of the experts. A step reads all dense weights, the experts
 *   that n tokens hit, and the cached tokens of each request. Sources: roofline model (Williams, Waterman, Patterson
 *   2009); Pope et al. 2022, "Efficiently scaling transformer inference", section 3.
 * - Prefill of a request: P(L) = prefillBase + L prefill + L² attention.
 * - Running requests: ne = max(1, min(n, slots, capacity / c)). The bend near capacity is rounded off, since contexts
 *   differ. Other requests wait.
 * - Latency: T0 = host + ne P + (o - 1) t(ne, c), since each prefill stalls all running requests. With waiting it is
 *   T = T0 n / ne (Little's law).
 *
 * Times are in seconds, loads in requests. Every term is a parameter times a known factor.
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
  'host', // host work for a request, during which the GPU is free
  'capacity', // tokens that the KV cache has room for
] as const;
export type Parameter = (typeof PARAMETERS)[number];
export const SIZE = PARAMETERS.length;

export type Metric = 'latency' | 'ttft' | 'tpot';

/** Load and token lengths at which a time is asked for. */
export interface LoadPoint {
  /** Requests in flight on the server, including waiting ones. */
  readonly load: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  /** Tokens of the prompt that a prefix cache answers, so that nothing is computed for them; 0 by default. */
  readonly cachedTokens?: number;
  /** Mean context of the requests in flight; of answers of one length, by default: promptTokens + outputTokens / 2. */
  readonly contextTokens?: number;
  /** True if the requests in flight started together; by default as the shape of the server says. */
  readonly startsTogether?: boolean;
}

/** Facts of a server that are no fitted parameters. */
export interface ServerShape {
  /** Share of the experts that a token uses; 0 for dense models. */
  readonly expertShare: number;
  /** Share of the layers that attend to a window only; 0 to 1. */
  readonly windowShare: number;
  /** Tokens of that window. */
  readonly window: number;
  /** Requests that may run at once. */
  readonly slots: number;
  /** 1 if all requests start together, as in an offline batch; 0 for steady load. */
  readonly startsTogether: number;
}

/** A point, with all factors that do not depend on parameters. */
export interface Terms {
  readonly shape: ServerShape;
  readonly load: number;
  /** Decode steps of a request: its output tokens after the first. */
  readonly steps: number;
  /** Tokens of the prompt that are computed. */
  readonly computed: number;
  /** Mean tokens of a request while it is answered. */
  readonly context: number;
  /** Cached tokens that a decode step reads for a request. */
  readonly read: number;
  /** Pairs of tokens that a prefill attends to. */
  readonly pairs: number;
  /** 1 if the requests in flight started together; 0 for steady load. */
  readonly together: number;
}

const [WEIGHTS, LAYERS, EXPERTS, ARITHMETIC, BOOKKEEPING, CACHE] = [0, 1, 2, 3, 4, 5] as const;
const [PREFILL, ATTENTION, PREFILL_BASE, HOST, CAPACITY] = [6, 7, 8, 9, 10] as const;
/** Decode steps from the end of a prefill to the first token: half of the current one on average, and the next. */
const STEPS_TO_FIRST = 1.5;
/** Largest share of the time that prefills take. At 1 the wait for them would be infinite. */
const MOST_BUSY = 0.98;
/** Sharpness of the bend where the cache is full: the power of a p-norm. */
const SHARPNESS = 6;
/** Relative step of a numeric derivative. */
const LITTLE = 1e-4;

export function termsAt(shape: ServerShape, point: LoadPoint): Terms {
  const { promptTokens, outputTokens } = point;
  const context = point.contextTokens ?? promptTokens + outputTokens / 2;
  const cached = Math.min(point.cachedTokens ?? 0, promptTokens);
  const computed = promptTokens - cached;
  return {
    shape,
    load: Math.max(point.load, 1e-9),
    steps: Math.max(outputTokens - 1, 0),
    computed,
    context,
    read: attended(shape, context),
    pairs: 2 * computed * attended(shape, cached + computed / 2),
    together:
      point.startsTogether === undefined ? shape.startsTogether : point.startsTogether ? 1 : 0,
  };
}

/** Returns the tokens that a token after `context` others attends to, averaged over all layers. */
function attended({ windowShare, window }: ServerShape, context: number): number {
  return (1 - windowShare) * context + windowShare * Math.min(context, window);
}

/**
 * Returns the requests that run at once, and the derivative of their logarithm by that of the capacity. With 8 requests
 * of 1,000 tokens each, a capacity of 4,000 tokens runs 4 of them.
 */
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
 * Returns the natural logarithm of the metric in seconds.
 * @param values Parameters themselves, not their logarithms.
 * @param gradient Receives the derivatives by the logarithms of the parameters.
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
  gradient[PREFILL] = byPrefill * at(values, PREFILL) * terms.computed;
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
  /** Seconds of a decode step, of a prefill, and of host work for a request. */
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
      at(values, PREFILL) * terms.computed +
      at(values, ATTENTION) * terms.pairs +
      at(values, PREFILL_BASE),
    host: at(values, HOST),
  };
}

/** A metric in seconds, and the derivatives of its logarithm by the three times. */
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
  // requests beyond the running ones wait until others end
  const queued = Math.max(0, load / running - 1);
  const seconds = first.seconds + own * queued;
  return {
    seconds,
    byHost: (first.byHost + queued) / seconds,
    byPrefill: (first.byPrefill + queued * running) / seconds,
    byStep: (first.byStep + queued * steps) / seconds,
  };
}

/**
 * Computes the time to the first token of a request that need not wait for a slot: host work, its own prefill, the wait
 * for other prefills, and decode steps. The wait is that of M/D/1, rho P / (2 (1 - rho)) (Pollaczek 1930), and at most
 * half of the other prefills. Requests that start together wait for half of all prefills. The derivatives are those of
 * the time itself, not of its logarithm.
 */
function firstToken({ together, steps }: Terms, { running, step, prefill, host }: Times): Parts {
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
