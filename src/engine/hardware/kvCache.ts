/**
 * Memory for keys and values of requests, in bytes. One token takes 2 × layers × KV heads × head size × 2 bytes (16
 * bits); a slot takes that for each of its tokens.
 */
import { contextFigure } from './contextLimit';
import { traitsOf } from '../catalog/data/engineTypes';
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

/** Bytes of keys and values of one token: 131,072 for Llama 3.1 8B (32 layers, 8 KV heads, head size 128). */
export function perTokenFigure({ name, layers, kvHeads, headSize }: Model): Figure {
  return deriveFigure('kv.perToken', 2 * layers * kvHeads * headSize * KV_BYTES, 'bytes', {
    layers: catalogFigure(layers, 'factor', name),
    kvHeads: catalogFigure(kvHeads, 'factor', name),
    headSize: catalogFigure(headSize, 'factor', name),
    bytes: constantFigure(KV_BYTES, 'factor'),
  });
}

const KV_BYTES = 2;

/** Bytes of keys and values of one slot. */
export function slotFigure(model: Model, perToken: Figure, tokens: Figure): Figure {
  return keptFigure('kv.perSlot', model, perToken, tokens);
}

/** Bytes of keys and values of a request as long as `context`. */
export function longestFigure(model: Model, perToken: Figure, tokens: Figure): Figure {
  return keptFigure('kv.longest', model, perToken, tokens);
}

/** Bytes for so many tokens. Layers with a window keep the last tokens only. */
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

/** Tokens that fit into a slot of so many bytes: the inverse of `slotFigure`. */
export function tokensThatFit(
  { layers, windowLayers, window }: Model,
  perToken: number,
  room: number,
): number {
  const share = windowLayers / layers;
  const tokens = room / perToken;
  return tokens <= window || share === 0 ? tokens : (tokens - share * window) / (1 - share);
}

/** Tokens whose keys and values a server keeps. */
export interface KeptTokens {
  /** True if the server pages: a request takes memory as it grows, and none is reserved. */
  readonly pages: boolean;
  /** Tokens of each slot; undefined if unknown. */
  readonly perSlot: Figure | undefined;
  /**
   * Tokens of a request as long as `context`, if the server pages. One such request has to fit; others are not counted.
   */
  readonly longest: Figure | undefined;
}

/**
 * Some servers reserve the whole context for each slot. The others page: their `context` (vLLM's `--max-model-len`)
 * limits a request, and what requests take follows from their lengths.
 */
export function keptTokens(
  engine: Engine,
  workload: Workload | undefined,
  model: Model,
): KeptTokens {
  const { reservesContext, needsRoomForLongest } = traitsOf(engine.type?.value);
  const context = slotContext(engine, model);
  if (reservesContext) {
    return { pages: false, perSlot: context, longest: undefined };
  }
  const perSlot = workload && requestFigure(workload, context);
  // of those that start otherwise nobody knows that they ever get such a request
  const hasToFit = perSlot === undefined || needsRoomForLongest;
  return { pages: true, perSlot, longest: hasToFit ? context : undefined };
}

function slotContext({ contextTokens, type }: Engine, model: Model): Figure | undefined {
  const { reservesExcess, defaultContextTokens } = traitsOf(type?.value);
  if (contextTokens) {
    const stated = statedFigure(contextTokens, 'tokens', 'context');
    return reservesExcess ? stated : limited(stated, contextFigure(model));
  }
  if (defaultContextTokens === undefined) return undefined;
  return defaultFigure(defaultContextTokens, 'tokens', 'context');
}

/** Tokens of a request at its end. The server cuts it off at the `context`. */
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
