/**
 * Whether a server's weights and KV cache fit into its GPU memory: weights + slots × tokens × KV per token,
 * against what the engine may use. Bytes. Lower bounds throughout (keys and values in 16 bits, no activations),
 * so that what does not fit by this does not fit.
 */
import { findModel } from './catalog';
import type { Model } from './data/models';
import type { Figure } from './figure';
import { catalogFigure, constantFigure, defaultFigure, deriveFigure } from './figures';
import { gpusOfServer, serverMemory } from './hardware';
import { perTokenFigure, slotFigure, tokensPerSlot, tokensThatFit } from './kvCache';
import { memoize } from './memoize';
import type { Engine, EngineType, Workload } from './plan';
import { atMost, ceilForgiving } from './rounding';
import { weightsOf } from './weights';

export interface MemoryCheck {
  readonly weights: Figure;
  /** What one slot's keys and values take; undefined where neither context nor token lengths are known. */
  readonly kvPerSlot: Figure | undefined;
  /** Of all slots. */
  readonly kv: Figure | undefined;
  readonly needed: Figure;
  /** GPU memory of the server. */
  readonly memory: Figure;
  /** What of it is left free, or taken by CUDA. */
  readonly overhead: Figure;
  /** What weights and KV cache may take: the memory without the overhead. */
  readonly usable: Figure;
  readonly fits: boolean;
  /** 0 where not even one slot fits; undefined where the weights fit and nothing is known of slots. */
  readonly largestParallel: Figure | undefined;
  /** Tokens that each of the slots may have, no more than the model takes; undefined where the context does not decide. */
  readonly largestContext: Figure | undefined;
}

/** Whether a scenario needs more memory than its server has: it cannot run as it is planned. */
export function exceedsMemory({ memory }: { readonly memory: MemoryCheck | undefined }): boolean {
  return memory?.fits === false;
}

/** Undefined where model, quantization or memory are not known. */
export function checkMemory(
  engine: Engine,
  workload: Workload | undefined,
  parallel: Figure,
): MemoryCheck | undefined {
  const fixed = fixedPart(engine);
  if (!fixed) return undefined;
  const { perToken, model, ...server } = fixed;
  const { weights, usable } = server;
  const inputs = { usable, weights };
  const tokens = tokensPerSlot(engine, workload);
  if (!tokens) {
    const fits = atMost(weights.value, usable.value);
    const none = { kvPerSlot: undefined, kv: undefined, largestContext: undefined };
    const largestParallel = fits
      ? undefined
      : deriveFigure('parallel.largest', 0, 'slots/server', inputs);
    return { ...server, ...none, needed: weights, fits, largestParallel };
  }
  const kvPerSlot = slotFigure(model, perToken, tokens.figure);
  const kv = deriveFigure('kv.total', kvPerSlot.value * parallel.value, 'bytes', {
    kvPerSlot,
    parallel,
  });
  const needed = deriveFigure('memory.needed', weights.value + kv.value, 'bytes', { weights, kv });
  const room = Math.max(0, usable.value - weights.value);
  const most = -ceilForgiving(-room / kvPerSlot.value);
  const fitting = Math.floor(tokensThatFit(model, perToken.value, room / parallel.value));
  const ofModel = fitting > model.contextTokens ? { ofModel: contextFigure(model) } : {};
  const context = Math.min(fitting, model.contextTokens);
  return {
    ...server,
    kvPerSlot,
    kv,
    needed,
    fits: atMost(needed.value, usable.value),
    largestParallel: deriveFigure('parallel.largest', most, 'slots/server', {
      ...inputs,
      kvPerSlot,
    }),
    largestContext: tokens.isContext
      ? deriveFigure('context.largest', context, 'tokens', {
          ...inputs,
          parallel,
          perToken,
          ...ofModel,
        })
      : undefined,
  };
}

/** The longest context that a model is made for; undefined where the catalog does not know it. */
export function contextOfModel(engine: Engine): Figure | undefined {
  const found = engine.model && findModel(engine.model.value);
  return found && contextFigure(found.model);
}

function contextFigure({ name, contextTokens }: Model): Figure {
  return catalogFigure(contextTokens, 'tokens', name);
}

/** What does not depend on the scenario. */
const fixedPart = memoize((engine: Engine) => {
  const weights = weightsOf(engine);
  const memory = weights && serverMemory(engine);
  if (!memory) return undefined;
  const { model, size } = weights;
  return { model, weights: size, ...sharesOf(engine, memory), perToken: perTokenFigure(model) };
});

/** vLLM takes a share (`--gpu-memory-utilization`); of the others each process takes its CUDA context. */
function sharesOf(
  engine: Engine,
  memory: Figure,
): Pick<MemoryCheck, 'memory' | 'overhead' | 'usable'> {
  const taken = engine.type && SHARES[engine.type.value];
  if (taken !== undefined) {
    const share = defaultFigure(taken, 'share', 'gpuMemoryUtilization');
    const usable = deriveFigure('memory.usableShare', memory.value * taken, 'bytes', {
      memory,
      share,
    });
    const left = memory.value - usable.value;
    const overhead = deriveFigure('memory.left', left, 'bytes', { memory, usable });
    return { memory, overhead, usable };
  }
  const gpus = engine.node ? Math.max(1, gpusOfServer(engine, engine.node)) : 1;
  const overhead = constantFigure(CUDA_BYTES * gpus, 'bytes');
  const left = Math.max(0, memory.value - overhead.value);
  return {
    memory,
    overhead,
    usable: deriveFigure('memory.usable', left, 'bytes', { memory, overhead }),
  };
}

const SHARES: Readonly<Partial<Record<EngineType, number>>> = { vllm: 0.9 };

/** What Ollama sets aside on each GPU (`cudaMinimumMemory`, discover/gpu.go): 457 MiB. */
const CUDA_BYTES = 457 * 2 ** 20;
