/**
 * Whether a server's weights and KV cache fit into its GPU memory: weights + slots × tokens × KV per token,
 * against what the engine may use. Bytes. Lower bounds throughout (keys and values in 16 bits, no activations),
 * so that what does not fit by this does not fit.
 */
import type { ScenarioAssessment } from './assessment';
import type { Model } from './data/models';
import type { Figure } from './figure';
import {
  catalogFigure,
  constantFigure,
  defaultFigure,
  deriveFigure,
  statedFigure,
} from './figures';
import { gpusOfServer, serverMemory } from './hardware';
import { memoize } from './memoize';
import type { Engine, EngineType, Workload } from './plan';
import { weightsOf } from './weights';

export interface MemoryCheck {
  readonly weights: Figure;
  /** What one slot's keys and values take; undefined where neither context nor token lengths are known. */
  readonly kvPerSlot: Figure | undefined;
  /** Of all slots. */
  readonly kv: Figure | undefined;
  readonly needed: Figure;
  /** Memory of the server that weights and KV cache may take. */
  readonly usable: Figure;
  readonly fits: boolean;
  /** 0 where not even one slot fits; undefined where nothing is known of slots. */
  readonly largestParallel: Figure | undefined;
  /** Tokens that each of the slots may have; undefined where the context does not decide. */
  readonly largestContext: Figure | undefined;
}

/** Undefined where model, quantization or memory are not known. */
export const memoryOf = memoize(({ scenario, parallel }: ScenarioAssessment) =>
  checkMemory(scenario.engine, scenario.workload, parallel),
);

export function checkMemory(
  engine: Engine,
  workload: Workload | undefined,
  parallel: Figure,
): MemoryCheck | undefined {
  const fixed = fixedPart(engine);
  if (!fixed) return undefined;
  const { weights, usable, perToken, model } = fixed;
  const tokens = tokensPerSlot(engine, workload);
  if (!tokens) {
    const fits = weights.value <= usable.value;
    const none = { kvPerSlot: undefined, kv: undefined, largestParallel: undefined };
    return { weights, usable, needed: weights, fits, largestContext: undefined, ...none };
  }
  const kvPerSlot = slotFigure(model, perToken, tokens.figure);
  const kv = deriveFigure('kv.total', kvPerSlot.value * parallel.value, 'bytes', {
    kvPerSlot,
    parallel,
  });
  const needed = deriveFigure('memory.needed', weights.value + kv.value, 'bytes', { weights, kv });
  const room = Math.max(0, usable.value - weights.value);
  const inputs = { usable, weights };
  const most = Math.floor(room / kvPerSlot.value);
  const context = Math.floor(tokensThatFit(model, perToken.value, room / parallel.value));
  return {
    weights,
    kvPerSlot,
    kv,
    needed,
    usable,
    fits: needed.value <= usable.value,
    largestParallel: deriveFigure('parallel.largest', most, 'slots', { ...inputs, kvPerSlot }),
    largestContext: tokens.isContext
      ? deriveFigure('context.largest', context, 'tokens', { ...inputs, parallel, perToken })
      : undefined,
  };
}

/** What does not depend on the scenario. */
const fixedPart = memoize((engine: Engine) => {
  const weights = weightsOf(engine);
  const memory = weights && serverMemory(engine);
  if (!memory) return undefined;
  const { model, size } = weights;
  return {
    model,
    weights: size,
    usable: usableOf(engine, memory),
    perToken: perTokenFigure(model),
  };
});

/** Keys and values of one token: 2 × layers × KV heads × head size × 2 bytes (16 bits). */
function perTokenFigure({ name, layers, kvHeads, headSize }: Model): Figure {
  return deriveFigure('kv.perToken', 2 * layers * kvHeads * headSize * KV_BYTES, 'bytes', {
    layers: catalogFigure(layers, 'factor', name),
    kvHeads: catalogFigure(kvHeads, 'factor', name),
    headSize: catalogFigure(headSize, 'factor', name),
    bytes: constantFigure(KV_BYTES, 'factor'),
  });
}

const KV_BYTES = 2;

/** Layers with a window keep the last tokens only. */
function slotFigure(model: Model, perToken: Figure, tokens: Figure): Figure {
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

/** The inverse of `slotFigure`. */
function tokensThatFit(
  { layers, windowLayers, window }: Model,
  perToken: number,
  room: number,
): number {
  const share = windowLayers / layers;
  const tokens = room / perToken;
  return tokens <= window || share === 0 ? tokens : (tokens - share * window) / (1 - share);
}

interface SlotTokens {
  readonly figure: Figure;
  /** Whether `context` decides it. */
  readonly isContext: boolean;
}

/**
 * Ollama and llama.cpp reserve the whole context for each slot (`num_ctx` × `OLLAMA_NUM_PARALLEL`); the others
 * page, and need at least what a request has at its end.
 */
function tokensPerSlot(engine: Engine, workload: Workload | undefined): SlotTokens | undefined {
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

/** vLLM takes a share (`--gpu-memory-utilization`); of the others each process takes its CUDA context. */
function usableOf(engine: Engine, memory: Figure): Figure {
  const taken = engine.type && SHARES[engine.type.value];
  if (taken !== undefined) {
    const share = defaultFigure(taken, 'share', 'gpuMemoryUtilization');
    return deriveFigure('memory.usableShare', memory.value * taken, 'bytes', { memory, share });
  }
  const gpus = engine.node ? Math.max(1, gpusOfServer(engine, engine.node)) : 1;
  const overhead = constantFigure(CUDA_BYTES * gpus, 'bytes');
  const usable = Math.max(0, memory.value - overhead.value);
  return deriveFigure('memory.usable', usable, 'bytes', { memory, overhead });
}

const SHARES: Readonly<Partial<Record<EngineType, number>>> = { vllm: 0.9 };

/** What Ollama sets aside on each GPU (`cudaMinimumMemory`, discover/gpu.go): 457 MiB. */
const CUDA_BYTES = 457 * 2 ** 20;
