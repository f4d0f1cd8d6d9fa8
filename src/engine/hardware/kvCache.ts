/** Memory for keys and values of requests: bytes of a token, of a slot, and of the longest request. */
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
import { STATED } from '../figure/provenance';
import type { Engine, KvCacheFormat, Workload } from '../plan/plan';
import { gpusOfServer, serverMemory } from './hardware';
import { fixedBytes, kvShapeOf, requestBytes, type KvShape } from './kvShape';

/** Bits of a cached number; those of llama.cpp have the scales of their blocks. */
const BITS: Readonly<Record<KvCacheFormat, number>> = { fp16: 16, fp8: 8, q8_0: 8.5, q4_0: 4.5 };

export function cacheBits({ kvCache }: Engine): number {
  return BITS[kvCache?.value ?? 'fp16'];
}

/** GPUs of a server that share each layer: 1 if they have layers of their own. */
export function gpusTogether(engine: Engine): number {
  const { node, type } = engine;
  if (!node || traitsOf(type?.value).splitsByLayers) return 1;
  return Math.max(1, Math.round(gpusOfServer(engine, node)));
}

export function shapeOf(engine: Engine, model: Model): KvShape {
  return kvShapeOf(model, cacheBits(engine), gpusTogether(engine));
}

/**
 * Bytes of one token in the layers that keep all: 131,072 for Llama 3.1 8B (32 layers, 8 KV heads, head size 128, 2
 * bytes).
 */
export function perTokenFigure(engine: Engine, model: Model, shape: KvShape): Figure {
  const { name, kvHeads, headSize, latent } = model;
  const bytes = formatFigure(engine);
  const layers = catalogFigure(shape.layers, 'factor', name);
  const copies = shape.copies > 1 ? { copies: constantFigure(shape.copies, 'factor') } : {};
  if (latent !== undefined) {
    const numbers = catalogFigure(latent, 'factor', name);
    return deriveFigure('kv.perTokenLatent', shape.perToken, 'bytes', {
      layers,
      numbers,
      bytes,
      ...copies,
    });
  }
  return deriveFigure('kv.perToken', shape.perToken, 'bytes', {
    layers,
    kvHeads: catalogFigure(kvHeads, 'factor', name),
    headSize: catalogFigure(headSize, 'factor', name),
    bytes,
    ...copies,
  });
}

/** Bytes of a cached number. */
function formatFigure(engine: Engine): Figure {
  const value = cacheBits(engine) / 8;
  const path = engine.kvCache?.path;
  if (path === undefined) return constantFigure(value, 'factor');
  return {
    value,
    unit: 'factor',
    bound: 'exact',
    provenance: STATED,
    derivation: { kind: 'stated', path },
  };
}

/** Bytes of keys and values of one slot. */
export function slotFigure(shape: KvShape, perToken: Figure, tokens: Figure): Figure {
  return keptFigure('kv.perSlot', shape, perToken, tokens, 0);
}

/**
 * Bytes of keys and values of a request as long as `context`.
 * @param beyond Tokens that layers with a window keep beyond it: a batch of the prompt.
 */
export function longestFigure(
  shape: KvShape,
  perToken: Figure,
  tokens: Figure,
  beyond: number,
): Figure {
  return keptFigure('kv.longest', shape, perToken, tokens, beyond);
}

function keptFigure(
  formula: 'kv.perSlot' | 'kv.longest',
  shape: KvShape,
  perToken: Figure,
  tokens: Figure,
  beyond: number,
): Figure {
  const bytes = requestBytes(shape, tokens.value, beyond);
  const once = fixedBytes(shape, tokens.value, beyond);
  if (once === 0) return deriveFigure(formula, bytes, 'bytes', { perToken, tokens });
  const fixed = constantFigure(once, 'bytes');
  return deriveFigure(`${formula}Fixed`, bytes, 'bytes', { perToken, tokens, fixed });
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

/** Tokens of a slot, or of a request at most: as stated, or what the server takes by itself. */
export function slotContext(engine: Engine, model: Model): Figure | undefined {
  const { contextTokens, type } = engine;
  const { reservesExcess, contextFollowsMemory } = traitsOf(type?.value);
  const most = modelContext(model);
  if (contextTokens) {
    const stated = statedFigure(contextTokens, 'tokens', 'context');
    return reservesExcess || !most ? stated : limited(stated, most);
  }
  if (!contextFollowsMemory) return undefined;
  const memory = serverMemory(engine);
  const usual = defaultFigure(memory ? contextFor(memory.value) : SMALLEST, 'tokens', 'context');
  return most ? limited(usual, most) : usual;
}

function modelContext({ name, contextTokens }: Model): Figure | undefined {
  return contextTokens === undefined ? undefined : catalogFigure(contextTokens, 'tokens', name);
}

const GIB = 2 ** 30;
const SMALLEST = 4096;
/** Ollama's default context by the memory of all its GPUs (`server/routes.go`, docs/context-length.mdx). */
const CONTEXTS = [
  { from: 47 * GIB, tokens: 262_144 },
  { from: 23 * GIB, tokens: 32_768 },
];

function contextFor(memoryBytes: number): number {
  return CONTEXTS.find(({ from }) => memoryBytes >= from)?.tokens ?? SMALLEST;
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
