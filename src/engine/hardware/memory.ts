/**
 * Checks if a server's weights and KV cache fit into its GPU memory: weights + slots × tokens × KV per token, against
 * the usable bytes. A server that pages needs this much when all slots are at the end of their requests at once. With
 * less memory some requests wait. What a server reports of itself takes the place of arithmetic.
 */
import { findGpu } from '../catalog/catalog';
import type { Model } from '../catalog/data/models';
import { vllmDefaults } from '../catalog/vllmDefaults';
import type { Figure } from '../figure/figure';
import {
  constantFigure,
  defaultFigure,
  deriveFigure,
  observedFigure,
  statedFigure,
} from '../figure/figures';
import type { Engine, Workload } from '../plan/plan';
import { memoize } from '../util/cache';
import { atMost, ceilForgiving } from '../util/rounding';
import { contextOfModel } from './contextLimit';
import { gpusOfServer, serverMemory, soldMemory } from './hardware';
import {
  keptTokens,
  longestFigure,
  perTokenFigure,
  shapeOf,
  slotContext,
  slotFigure,
  type KeptTokens,
} from './kvCache';
import { kvRoom, type KvRoom } from './kvRoom';
import { tokensThatFit, type KvShape } from './kvShape';
import { weightsOf } from './weights';

/** `may-not-fit` if the need is within the margin of what can be used. */
export type MemoryFit = 'fits' | 'may-not-fit' | 'does-not-fit';

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
  /** GPU memory of the server, as its driver reports it. */
  readonly memory: Figure;
  /** The same as it is sold, or as the plan states it, in bytes: 80 GB for an H100. */
  readonly soldBytes: number;
  /** Part of the memory that is left free, or taken by activations, CUDA graphs and processes. */
  readonly overhead: Figure;
  /** Memory for weights and KV cache: all of it without the overhead. */
  readonly usable: Figure;
  /** Bytes by which `usable` may be off, up or down; 0 if the server reports its KV cache. */
  readonly margin: Figure;
  readonly fit: MemoryFit;
  /** Most slots that fit for sure: 0 if not even one request fits; undefined if one does and slots are unknown. */
  readonly largestParallel: Figure | undefined;
  /**
   * Most tokens that fit for each slot, or for one request if the server pages, up to the model's limit. Undefined if
   * the context does not decide.
   */
  readonly largestContext: Figure | undefined;
}

/** Tells if a scenario needs more memory than its server has. It cannot run as planned. */
export function exceedsMemory({ memory }: { readonly memory: MemoryCheck | undefined }): boolean {
  return memory?.fit === 'does-not-fit';
}

/** Memory of one server; undefined if model, quantization or memory are not known. */
export function checkMemory(
  engine: Engine,
  workload: Workload | undefined,
  parallel: Figure,
): MemoryCheck | undefined {
  const fixed = fixedPart(engine);
  if (!fixed) return undefined;
  const { perToken, model, shape, beyond, ...server } = fixed;
  const { weights, usable, margin } = server;
  const kept = keptTokens(engine, workload, model);
  const kvPerSlot = kept.perSlot && slotFigure(shape, perToken, kept.perSlot);
  const kvLongest = kept.longest && longestFigure(shape, perToken, kept.longest, beyond);
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
    fit: fitOf(needed.value, usable.value, margin.value),
    largestParallel: largestParallel(server, kvPerSlot, kvLongest),
    largestContext: largestContext(engine, fixed, kept, parallel),
  };
}

export function fitOf(needed: number, usable: number, margin: number): MemoryFit {
  if (!atMost(needed, usable + margin)) return 'does-not-fit';
  return atMost(needed, usable - margin) ? 'fits' : 'may-not-fit';
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

type Sizes = Pick<
  MemoryCheck,
  'weights' | 'memory' | 'soldBytes' | 'overhead' | 'usable' | 'margin'
>;

function largestParallel(
  { weights, usable, margin }: Sizes,
  kvPerSlot: Figure | undefined,
  kvLongest: Figure | undefined,
): Figure | undefined {
  const inputs = { usable, weights, margin };
  const surely = usable.value - margin.value;
  if (!atMost(weights.value, surely)) {
    return deriveFigure('parallel.largest', 0, 'slots/server', inputs);
  }
  if (kvLongest && !atMost(weights.value + kvLongest.value, surely)) {
    return deriveFigure('parallel.largest', 0, 'slots/server', { ...inputs, kvLongest });
  }
  if (!kvPerSlot) return undefined;
  const room = Math.max(0, surely - weights.value);
  const most = -ceilForgiving(-room / kvPerSlot.value);
  return deriveFigure('parallel.largest', most, 'slots/server', { ...inputs, kvPerSlot });
}

function largestContext(
  engine: Engine,
  fixed: FixedPart,
  { pages, perSlot, longest }: KeptTokens,
  parallel: Figure,
): Figure | undefined {
  if (!(pages ? longest : perSlot)) return undefined;
  return contextThatFits(engine, fixed, pages ? undefined : parallel);
}

/** Returns the most tokens that surely fit for each of so many slots, or for one request, up to the model's limit. */
export function contextThatFits(
  engine: Engine,
  { weights, usable, margin, shape, perToken }: FixedPart,
  parallel: Figure | undefined,
): Figure {
  const room = Math.max(0, usable.value - margin.value - weights.value);
  const fitting = Math.floor(tokensThatFit(shape, room / (parallel?.value ?? 1)));
  const ofModel = contextOfModel(engine);
  const most = ofModel?.value ?? Infinity;
  return deriveFigure('context.largest', Math.min(fitting, most), 'tokens', {
    usable,
    weights,
    margin,
    ...(parallel ? { parallel } : {}),
    perToken,
    ...(ofModel && fitting > most ? { ofModel } : {}),
  });
}

export interface FixedPart extends Sizes {
  readonly model: Model;
  readonly shape: KvShape;
  readonly perToken: Figure;
  /** Tokens of a batch that layers with a window keep beyond it. */
  readonly beyond: number;
}

/** Part of the check that does not depend on the scenario, computed once for an engine. */
export const fixedPart = memoize((engine: Engine): FixedPart | undefined => {
  const found = weightsOf(engine);
  const memory = found && serverMemory(engine);
  if (!memory) return undefined;
  const { model, size: weights } = found;
  const shape = shapeOf(engine, model);
  const perToken = perTokenFigure(engine, model, shape);
  const sizes = engine.kvTokens
    ? reportedSizes(engine.kvTokens, memory, weights, perToken)
    : estimatedSizes(memory, roomOf(engine, memory.value, model), engine);
  const beyond = beyondWindow(engine);
  return { model, shape, perToken, weights, beyond, soldBytes: soldMemory(engine), ...sizes };
});

/** Sizes by what the server says of its KV cache: nothing is left to estimate. */
function reportedSizes(
  kvTokens: NonNullable<Engine['kvTokens']>,
  memory: Figure,
  weights: Figure,
  perToken: Figure,
): Omit<Sizes, 'weights' | 'soldBytes'> {
  const tokens = observedFigure(kvTokens, 'tokens', 'measured');
  const bytes = weights.value + tokens.value * perToken.value;
  const usable = deriveFigure('memory.reported', bytes, 'bytes', { weights, tokens, perToken });
  return { memory, usable, overhead: leftOf(memory, usable), margin: constantFigure(0, 'bytes') };
}

function estimatedSizes(
  memory: Figure,
  room: KvRoom,
  engine: Engine,
): Omit<Sizes, 'weights' | 'soldBytes'> {
  const { memoryShare, reservedMemoryBytes } = engine;
  const reserved = constantFigure(room.reserved, 'bytes');
  const margin = constantFigure(room.margin, 'bytes');
  const aside = reservedMemoryBytes && statedFigure(reservedMemoryBytes, 'bytes', 'reservedMemory');
  const bytes = Math.max(0, room.usable - (aside?.value ?? 0));
  const further = aside ? { aside } : {};
  if (room.share === undefined) {
    const inputs = { memory, overhead: reserved, ...further };
    const usable = deriveFigure('memory.usable', bytes, 'bytes', inputs);
    return { memory, overhead: aside ? leftOf(memory, usable) : reserved, usable, margin };
  }
  const share = memoryShare
    ? statedFigure(memoryShare, 'share', 'memoryShare')
    : defaultFigure(room.share, 'share', 'memoryShare');
  const inputs = { memory, share, reserved, ...further };
  const usable = deriveFigure('memory.usableShare', bytes, 'bytes', inputs);
  return { memory, overhead: leftOf(memory, usable), usable, margin };
}

function leftOf(memory: Figure, usable: Figure): Figure {
  const left = Math.max(0, memory.value - usable.value);
  return deriveFigure('memory.left', left, 'bytes', { memory, usable });
}

/** Room of an engine's server for weights and KV cache, in its GPU memory of so many bytes. */
export function roomOf(engine: Engine, memoryBytes: number, model: Model): KvRoom {
  const { node, type, version, memoryShare, batchedTokens } = engine;
  return kvRoom({
    engine: type?.value,
    version: version?.value,
    gpu: node?.gpu && findGpu(node.gpu.value),
    gpus: node ? gpusOfServer(engine, node) : 1,
    context: slotContext(engine, model)?.value ?? model.contextTokens,
    batchedTokens: batchedTokens?.value,
    memoryShare: memoryShare?.value,
    memoryBytes,
    model,
  });
}

/** vLLM keeps a batch of the prompt beyond a window while it computes it. */
function beyondWindow(engine: Engine): number {
  const { type, node, version, batchedTokens, contextTokens } = engine;
  if (type?.value !== 'vllm') return 0;
  if (batchedTokens) return batchedTokens.value;
  const gpu = node?.gpu && findGpu(node.gpu.value);
  return vllmDefaults(version?.value, gpu, contextTokens?.value).batchedTokens;
}

/** Tokens that fit into a server's KV cache at once, for the token model; undefined if memory or model are not known. */
export const kvTokensOf = memoize((engine: Engine): number | undefined => {
  if (engine.kvTokens) return engine.kvTokens.value;
  const fixed = fixedPart(engine);
  if (!fixed) return undefined;
  const { shape, usable, weights } = fixed;
  return Math.max(0, usable.value - weights.value) / shape.perToken || Infinity;
});
