/**
 * Checks if a server's weights and KV cache fit into its GPU memory: weights + slots × tokens × KV per token, against
 * the usable bytes. Keys and values take 16 bits and activations are left out, so a server needs more than this. A
 * server that pages needs this much when all slots are at the end of their requests at once. With less memory some
 * requests wait.
 */
import { contextFigure } from './contextLimit';
import { traitsOf } from '../catalog/data/engineTypes';
import type { Model } from '../catalog/data/models';
import type { Figure } from '../figure/figure';
import { constantFigure, defaultFigure, deriveFigure } from '../figure/figures';
import { gpusOfServer, serverMemory } from './hardware';
import {
  keptTokens,
  longestFigure,
  perTokenFigure,
  slotFigure,
  tokensThatFit,
  type KeptTokens,
} from './kvCache';
import { memoize } from '../util/cache';
import type { Engine, Workload } from '../plan/plan';
import { atMost, ceilForgiving } from '../util/rounding';
import { weightsOf } from './weights';

export interface MemoryCheck {
  readonly weights: Figure;
  /** True if the server pages: memory of a request grows with it and is not reserved. */
  readonly pages: boolean;
  /** Bytes of one slot's keys and values; undefined if unknown. */
  readonly kvPerSlot: Figure | undefined;
  /** Bytes of a request as long as `context`, one of which has to fit if the server pages. */
  readonly kvLongest: Figure | undefined;
  /** Bytes of keys and values that have to fit: those of all slots, or the longest request's if that is more. */
  readonly kv: Figure | undefined;
  readonly needed: Figure;
  /** GPU memory of the server. */
  readonly memory: Figure;
  /** Part of the memory that is left free, or taken by CUDA. */
  readonly overhead: Figure;
  /** Memory for weights and KV cache: all of it without the overhead. */
  readonly usable: Figure;
  readonly fits: boolean;
  /** Most slots that fit: 0 if not even one request fits; undefined if one does and slots are unknown. */
  readonly largestParallel: Figure | undefined;
  /**
   * Most tokens that fit for each slot, or for one request if the server pages, up to the model's limit. Undefined if
   * the context does not decide.
   */
  readonly largestContext: Figure | undefined;
}

/** Tells if a scenario needs more memory than its server has. It cannot run as planned. */
export function exceedsMemory({ memory }: { readonly memory: MemoryCheck | undefined }): boolean {
  return memory?.fits === false;
}

/** Memory of one server; undefined if model, quantization or memory are not known. */
export function checkMemory(
  engine: Engine,
  workload: Workload | undefined,
  parallel: Figure,
): MemoryCheck | undefined {
  const fixed = fixedPart(engine);
  if (!fixed) return undefined;
  const { perToken, model, ...server } = fixed;
  const { weights, usable } = server;
  const kept = keptTokens(engine, workload, model);
  const kvPerSlot = kept.perSlot && slotFigure(model, perToken, kept.perSlot);
  const kvLongest = kept.longest && longestFigure(model, perToken, kept.longest);
  const kv = larger(kvPerSlot && ofAllSlots(kvPerSlot, parallel), kvLongest);
  const needed = kv
    ? deriveFigure('memory.needed', weights.value + kv.value, 'bytes', { weights, kv })
    : weights;
  return {
    ...server,
    pages: kept.pages,
    kvPerSlot,
    kvLongest,
    kv,
    needed,
    fits: atMost(needed.value, usable.value),
    largestParallel: largestParallel(weights, usable, kvPerSlot, kvLongest),
    largestContext: largestContext(fixed, kept, parallel),
  };
}

function ofAllSlots(kvPerSlot: Figure, parallel: Figure): Figure {
  return deriveFigure('kv.total', kvPerSlot.value * parallel.value, 'bytes', {
    kvPerSlot,
    parallel,
  });
}

function larger(a: Figure | undefined, b: Figure | undefined): Figure | undefined {
  return a && b ? (b.value > a.value ? b : a) : (a ?? b);
}

function largestParallel(
  weights: Figure,
  usable: Figure,
  kvPerSlot: Figure | undefined,
  kvLongest: Figure | undefined,
): Figure | undefined {
  const inputs = { usable, weights };
  if (!atMost(weights.value, usable.value)) {
    return deriveFigure('parallel.largest', 0, 'slots/server', inputs);
  }
  if (kvLongest && !atMost(weights.value + kvLongest.value, usable.value)) {
    return deriveFigure('parallel.largest', 0, 'slots/server', { ...inputs, kvLongest });
  }
  if (!kvPerSlot) return undefined;
  const room = Math.max(0, usable.value - weights.value);
  const most = -ceilForgiving(-room / kvPerSlot.value);
  return deriveFigure('parallel.largest', most, 'slots/server', { ...inputs, kvPerSlot });
}

function largestContext(
  { weights, usable, model, perToken }: FixedPart,
  { pages, perSlot, longest }: KeptTokens,
  parallel: Figure,
): Figure | undefined {
  if (!(pages ? longest : perSlot)) return undefined;
  const room = Math.max(0, usable.value - weights.value);
  const ofOne = pages ? room : room / parallel.value;
  const fitting = Math.floor(tokensThatFit(model, perToken.value, ofOne));
  return deriveFigure('context.largest', Math.min(fitting, model.contextTokens), 'tokens', {
    usable,
    weights,
    ...(pages ? {} : { parallel }),
    perToken,
    ...(fitting > model.contextTokens ? { ofModel: contextFigure(model) } : {}),
  });
}

interface FixedPart extends Pick<MemoryCheck, 'weights' | 'memory' | 'overhead' | 'usable'> {
  readonly model: Model;
  readonly perToken: Figure;
}

/** Part of the check that does not depend on the scenario, computed once for an engine. */
const fixedPart = memoize((engine: Engine): FixedPart | undefined => {
  const weights = weightsOf(engine);
  const memory = weights && serverMemory(engine);
  if (!memory) return undefined;
  const { model, size } = weights;
  return { model, weights: size, ...sharesOf(engine, memory), perToken: perTokenFigure(model) };
});

/**
 * Shares of the memory. vLLM takes a share (`--gpu-memory-utilization`). On the others each process takes its CUDA
 * context.
 */
function sharesOf(
  engine: Engine,
  memory: Figure,
): Pick<MemoryCheck, 'memory' | 'overhead' | 'usable'> {
  const taken = traitsOf(engine.type?.value).memoryShare;
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

/** What Ollama sets aside on each GPU (`cudaMinimumMemory`, discover/gpu.go): 457 MiB. */
const CUDA_BYTES = 457 * 2 ** 20;
