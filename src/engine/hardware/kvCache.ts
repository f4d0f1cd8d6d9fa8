/**
 * What the keys and values of requests take: 2 × layers × KV heads × head size × 2 bytes (16 bits) a token,
 * for so many tokens a slot. Bytes.
 */
import { contextFigure } from './contextLimit';
import type { Model } from '../catalog/data/models';
import type { Figure } from '../figure/figure';
import {
  catalogFigure,
  constantFigure,
  defaultFigure,
  deriveFigure,
  statedFigure,
} from '../figure/figures';
import type { Engine, Workload } from '../plan/plan';

/** Keys and values of one token. */
export function perTokenFigure({ name, layers, kvHeads, headSize }: Model): Figure {
  return deriveFigure('kv.perToken', 2 * layers * kvHeads * headSize * KV_BYTES, 'bytes', {
    layers: catalogFigure(layers, 'factor', name),
    kvHeads: catalogFigure(kvHeads, 'factor', name),
    headSize: catalogFigure(headSize, 'factor', name),
    bytes: constantFigure(KV_BYTES, 'factor'),
  });
}

const KV_BYTES = 2;

/** Keys and values of one slot. */
export function slotFigure(model: Model, perToken: Figure, tokens: Figure): Figure {
  return keptFigure('kv.perSlot', model, perToken, tokens);
}

/** Keys and values of a request as long as `context`. */
export function longestFigure(model: Model, perToken: Figure, tokens: Figure): Figure {
  return keptFigure('kv.longest', model, perToken, tokens);
}

/** Layers with a window keep the last tokens only. */
function keptFigure(
  formula: 'kv.perSlot' | 'kv.longest',
  model: Model,
  perToken: Figure,
  tokens: Figure,
): Figure {
  const { layers, windowLayers, window } = model;
  const share = windowLayers / layers;
  const kept = (1 - share) * tokens.value + share * Math.min(tokens.value, window);
  const inputs = { perToken, tokens };
  if (kept === tokens.value) {
    return deriveFigure(formula, perToken.value * kept, 'bytes', inputs);
  }
  return deriveFigure(`${formula}Windowed`, perToken.value * kept, 'bytes', {
    ...inputs,
    layers: catalogFigure(layers, 'factor', model.name),
    windowLayers: catalogFigure(windowLayers, 'factor', model.name),
    window: catalogFigure(window, 'tokens', model.name),
  });
}

/** The inverse of `slotFigure`: how many tokens a slot of so many bytes has room for. */
export function tokensThatFit(
  { layers, windowLayers, window }: Model,
  perToken: number,
  room: number,
): number {
  const share = windowLayers / layers;
  const tokens = room / perToken;
  return tokens <= window || share === 0 ? tokens : (tokens - share * window) / (1 - share);
}

/** Tokens that keys and values are kept of. */
export interface KeptTokens {
  /** Whether a server pages: a request takes room as it grows, and none is reserved. */
  readonly pages: boolean;
  /** Of each slot; undefined where nothing is known of it. */
  readonly perSlot: Figure | undefined;
  /** Of a request as long as `context`, where a server pages: one of them has to fit, and no more is said of others. */
  readonly longest: Figure | undefined;
}

/**
 * Ollama and llama.cpp reserve the whole context for each slot (`num_ctx` × `OLLAMA_NUM_PARALLEL`). The others page:
 * their `context` (vLLM's `--max-model-len`) limits a request, and what requests take follows from their lengths.
 */
export function keptTokens(
  engine: Engine,
  workload: Workload | undefined,
  model: Model,
): KeptTokens {
  const { type } = engine;
  const context = slotContext(engine, model);
  if (type?.value === 'ollama' || type?.value === 'llama.cpp') {
    return { pages: false, perSlot: context, longest: undefined };
  }
  const perSlot = workload && requestFigure(workload, context);
  // vLLM does not start otherwise; of the others nobody knows that they ever get such a request
  const hasToFit = perSlot === undefined || type?.value === 'vllm';
  return { pages: true, perSlot, longest: hasToFit ? context : undefined };
}

function slotContext({ contextTokens, type }: Engine, model: Model): Figure | undefined {
  if (contextTokens) {
    const stated = statedFigure(contextTokens, 'tokens', 'context');
    // llama.cpp reserves what it is told, of use or not
    if (type?.value === 'llama.cpp') return stated;
    return limited(stated, contextFigure(model));
  }
  if (type?.value !== 'ollama') return undefined;
  return defaultFigure(OLLAMA_CONTEXT, 'tokens', 'context');
}

/** What a request has at its end, which its server cuts off at the `context`. */
function requestFigure(
  { promptTokens, outputTokens }: Workload,
  context: Figure | undefined,
): Figure | undefined {
  if (!promptTokens || !outputTokens) return undefined;
  const tokens = promptTokens.value + outputTokens.value;
  const whole = deriveFigure('tokens.perRequest', tokens, 'tokens', {
    promptTokens: statedFigure(promptTokens, 'tokens', 'promptTokens'),
    outputTokens: statedFigure(outputTokens, 'tokens', 'outputTokens'),
  });
  return context ? limited(whole, context) : whole;
}

function limited(tokens: Figure, most: Figure): Figure {
  if (tokens.value <= most.value) return tokens;
  return deriveFigure('tokens.limited', most.value, 'tokens', { tokens, most });
}

/** Ollama's own for GPUs with less than 24 GiB; it takes more on larger ones (docs/context-length.mdx). */
const OLLAMA_CONTEXT = 4096;
