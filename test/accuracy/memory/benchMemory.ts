/**
 * Compares the memory that servers reported at their start with our estimates. Sizes of a file are of all GPUs of a
 * server. Those of one GPU, as a log prints them, are told by their sum: it does not exceed the memory of one.
 */
import { findGpu, findModel } from '../../../src/engine/catalog/catalog';
import { constantFigure } from '../../../src/engine/figure/figures';
import { checkMemory, roomOf } from '../../../src/engine/hardware/memory';
import { perTokenFigure, shapeOf } from '../../../src/engine/hardware/kvCache';
import { weightsOf } from '../../../src/engine/hardware/weights';
import type { Architecture } from '../../../src/engine/plan/architecture';
import {
  KV_CACHE_FORMATS,
  type EngineType,
  type KvCacheFormat,
} from '../../../src/engine/plan/plan';
import { engineFor } from '../engineFor';

export interface MemoryRow {
  readonly name: string;
  readonly engine: EngineType;
  readonly version?: string;
  readonly model: string;
  readonly quantization?: string;
  /** Left out if nobody says: then weights are compared only. */
  readonly gpu?: string;
  readonly gpus?: number;
  readonly memoryShare?: number;
  readonly context?: number;
  readonly batchedTokens?: number;
  /** KV heads of the file that was loaded, if those of the catalog are others. */
  readonly kvHeads?: number;
  readonly kvCache?: string;
  readonly weightsGiB?: number;
  readonly kvGiB?: number;
  readonly kvTokens?: number;
  readonly starts?: boolean;
}

interface Pair {
  readonly ours: number | undefined;
  readonly reported: number | undefined;
}

export interface MemoryComparison {
  readonly name: string;
  /** GiB of all GPUs. */
  readonly weights: Pair;
  readonly room: Pair;
  /** Part of the GPU memory that our account of it is off by. */
  readonly use: number | undefined;
  readonly starts: { readonly ours: string | undefined; readonly reported: boolean | undefined };
}

const GIB = 2 ** 30;

export function compareMemory(row: MemoryRow): MemoryComparison {
  const { gpu, gpus = 1 } = row;
  const found = findModel(row.model)?.model;
  const engine = engineFor({
    type: row.engine,
    version: row.version,
    model: row.model,
    quantization: row.quantization,
    gpu: gpu ?? 'H100',
    gpus,
    memoryShare: row.memoryShare,
    // without `--max-model-len` one request as long as the model takes has to fit
    context: row.context ?? found?.contextTokens,
    batchedTokens: row.batchedTokens,
    architecture: found && row.kvHeads ? withKvHeads(found, row.kvHeads) : undefined,
    kvCache: formatOf(row.kvCache),
  });
  const known = weightsOf(engine);
  const card = gpu === undefined ? undefined : findGpu(gpu);
  const memory = card && card.memoryBytes * gpus;
  if (!known) return unknown(row);
  const scale = ofOneGpu(row, memory === undefined ? undefined : memory / gpus / GIB) ? gpus : 1;
  const reportedWeights = row.weightsGiB === undefined ? undefined : row.weightsGiB * scale;
  const weights = known.size.value / GIB;
  const shape = shapeOf(engine, known.model);
  const perToken = perTokenFigure(engine, known.model, shape).value;
  const room =
    memory === undefined
      ? undefined
      : (roomOf(engine, memory, known.model).usable - known.size.value) / GIB;
  const fromTokens =
    row.kvTokens === undefined || shape.window > 0 || shape.states > 0
      ? undefined
      : (row.kvTokens * perToken) / GIB;
  const reportedRoom = row.kvGiB === undefined ? fromTokens : row.kvGiB * scale;
  const one = constantFigure(1, 'slots/server');
  const check = memory === undefined ? undefined : checkMemory(engine, undefined, one);
  return {
    name: row.name,
    weights: { ours: weights, reported: reportedWeights },
    room: { ours: room, reported: reportedRoom },
    use: useError(row, { memory, weights, room, reportedWeights, reportedRoom }),
    starts: {
      ours: check && startOf(check.needed.value, check.usable.value, check.fit),
      reported: row.starts,
    },
  };
}

/** The same model with other KV heads, as it may have been published at first. */
function withKvHeads(model: Architecture, kvHeads: number): Architecture {
  const { layers, hiddenSize, headSize } = model;
  const further = layers * 2 * hiddenSize * headSize * (kvHeads - model.kvHeads);
  const parameters = model.parameters + further;
  return { ...model, kvHeads, parameters, activeParameters: model.activeParameters + further };
}

/** A server starts if its need is within our estimate. Whether that is sure, the fit says. */
function startOf(needed: number, usable: number, fit: string): string {
  return `${needed <= usable ? 'starts' : 'fails'}${fit === 'may-not-fit' ? '?' : ''}`;
}

function formatOf(written: string | undefined): KvCacheFormat | undefined {
  if (written === undefined || written === 'auto' || written.startsWith('b')) return undefined;
  return KV_CACHE_FORMATS.find((format) => written.startsWith(format));
}

/** Tells if the sizes of a file are of one GPU of several. */
function ofOneGpu({ gpus = 1, weightsGiB, kvGiB }: MemoryRow, oneGiB: number | undefined): boolean {
  if (gpus === 1 || oneGiB === undefined) return false;
  if (weightsGiB === undefined || kvGiB === undefined) return false;
  return weightsGiB + Math.max(kvGiB, 0) <= oneGiB;
}

interface Sizes {
  readonly memory: number | undefined;
  readonly weights: number;
  readonly room: number | undefined;
  readonly reportedWeights: number | undefined;
  readonly reportedRoom: number | undefined;
}

/** What a server uses is its weights and what it reserves: all that is not room, of its share. */
function useError(row: MemoryRow, sizes: Sizes): number | undefined {
  const { memory, room, reportedRoom } = sizes;
  if (memory === undefined || room === undefined || reportedRoom === undefined) return undefined;
  return Math.abs(room - reportedRoom) / (memory / GIB);
}

function unknown({ name, starts }: MemoryRow): MemoryComparison {
  const none = { ours: undefined, reported: undefined };
  return {
    name,
    weights: none,
    room: none,
    use: undefined,
    starts: { ours: undefined, reported: starts },
  };
}

export interface MemorySummary {
  readonly rows: number;
  readonly unknown: number;
  readonly weights: Errors;
  readonly room: Errors;
  readonly use: Errors;
  readonly starts: { readonly right: number; readonly of: number };
}

interface Errors {
  readonly rows: number;
  readonly mean: number;
  readonly largest: number;
}

export function summarizeMemory(all: readonly MemoryComparison[]): MemorySummary {
  const started = all.filter(
    ({ starts }) => starts.ours !== undefined && starts.reported !== undefined,
  );
  return {
    rows: all.length,
    unknown: all.filter(({ weights }) => weights.ours === undefined).length,
    weights: errorsOf(all.flatMap(({ weights }) => relative(weights) ?? [])),
    room: errorsOf(all.flatMap(({ room }) => relative(room) ?? [])),
    use: errorsOf(all.flatMap(({ use }) => use ?? [])),
    starts: {
      right: started.filter(({ starts }) => starts.ours?.startsWith('starts') === starts.reported)
        .length,
      of: started.length,
    },
  };
}

/** Error as a part of what was reported. Without room for anything there is none. */
export function relative({ ours, reported }: Pair): number | undefined {
  if (ours === undefined || reported === undefined || reported <= 0) return undefined;
  return Math.abs(Math.max(0, ours) - reported) / reported;
}

function errorsOf(errors: readonly number[]): Errors {
  const sum = errors.reduce((a, b) => a + b, 0);
  return {
    rows: errors.length,
    mean: errors.length === 0 ? 0 : sum / errors.length,
    largest: Math.max(0, ...errors),
  };
}
