/**
 * What the keys and values of requests take: 2 × layers × KV heads × head size × 2 bytes (16 bits) a token,
 * for so many tokens a slot. Bytes.
 */
import type { Model } from './data/models';
import type { Figure } from './figure';
import {
  catalogFigure,
  constantFigure,
  defaultFigure,
  deriveFigure,
  statedFigure,
} from './figures';
import type { Engine, Workload } from './plan';

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

/** Keys and values of one slot; layers with a window keep the last tokens only. */
export function slotFigure(model: Model, perToken: Figure, tokens: Figure): Figure {
  const { layers, windowLayers, window } = model;
  const share = windowLayers / layers;
  const kept = (1 - share) * tokens.value + share * Math.min(tokens.value, window);
  const inputs = { perToken, tokens };
  if (kept === tokens.value) {
    return deriveFigure('kv.perSlot', perToken.value * kept, 'bytes', inputs);
  }
  return deriveFigure('kv.perSlotWindowed', perToken.value * kept, 'bytes', {
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

export interface SlotTokens {
  readonly figure: Figure;
  /** Whether `context` decides it. */
  readonly isContext: boolean;
}

/**
 * Ollama and llama.cpp reserve the whole context for each slot (`num_ctx` × `OLLAMA_NUM_PARALLEL`); the others
 * page, and need at least what a request has at its end.
 */
export function tokensPerSlot(
  engine: Engine,
  workload: Workload | undefined,
): SlotTokens | undefined {
  const { contextTokens, type } = engine;
  const reserves = type?.value === 'ollama' || type?.value === 'llama.cpp';
  const { promptTokens, outputTokens } = workload ?? {};
  if (!reserves && promptTokens && outputTokens) {
    const figure = deriveFigure(
      'tokens.perRequest',
      promptTokens.value + outputTokens.value,
      'tokens',
      {
        promptTokens: statedFigure(promptTokens, 'tokens', 'promptTokens'),
        outputTokens: statedFigure(outputTokens, 'tokens', 'outputTokens'),
      },
    );
    return { figure, isContext: false };
  }
  if (contextTokens) {
    return { figure: statedFigure(contextTokens, 'tokens', 'context'), isContext: true };
  }
  if (type?.value !== 'ollama') return undefined;
  return { figure: defaultFigure(OLLAMA_CONTEXT, 'tokens', 'context'), isContext: true };
}

/** Ollama's own for GPUs with less than 24 GiB; it takes more on larger ones (docs/context-length.mdx). */
const OLLAMA_CONTEXT = 4096;
