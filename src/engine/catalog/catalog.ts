/** Finds GPUs and models by the names that people write; what is not certain to be meant is not found. */
import { GPUS, type Gpu } from './data/gpus';
import { MODELS, type Model } from './data/models';
import { bitsPerWeight } from './data/quantizations';
import { SINGLE_SLOT_FAMILIES } from './data/singleSlotFamilies';

interface FoundModel {
  readonly model: Model;
  /**
   * A quantization that its name ends with: `llama3.1:8b-instruct-q4_K_M`, `...-Instruct-AWQ`; or that the name
   * stands for, as `llama3.2:1b` does for Q8_0.
   */
  readonly quantization: string | undefined;
}

export function findGpu(name: string): Gpu | undefined {
  return gpusByKey().get(gpuKey(name));
}

export function findModel(name: string): FoundModel | undefined {
  const { base, quantization } = splitQuantization(name.slice(0, LONGEST_NAME).toLowerCase());
  const model =
    modelsByName().get(base.replace(/:latest$/, '')) ?? modelsByKey().get(modelKey(base));
  return model && { model, quantization: quantization ?? onOllama(base) ?? model.publishedAs };
}

/**
 * Only of a name as Ollama writes it: `meta-llama/Llama-3.2-1B` is published in 16 bits. `llama3:70b-instruct` is the
 * same file as `llama3:70b`.
 */
function onOllama(name: string): string | undefined {
  return quantizationsOnOllama().get(name.replace(/:latest$|-(?:instruct|chat|text)$/, ''));
}

/** Whether Ollama serves one request at a time on it, whatever `OLLAMA_NUM_PARALLEL` says, as far as its name tells. */
export function isSingleSlotOnOllama(model: string): boolean {
  const key = modelKey(model.slice(0, LONGEST_NAME).toLowerCase());
  return SINGLE_SLOT_FAMILIES.some(({ names }) => names.some((name) => key.startsWith(name)));
}

/** The quantization that a name ends with, of a model that the catalog need not know. */
export function quantizationInName(name: string): string | undefined {
  return splitQuantization(name.slice(0, LONGEST_NAME).toLowerCase()).quantization;
}

/** Names for completion: of GPUs the catalog's own, of models what Ollama calls them and their repository. */
export function gpuNames(): readonly string[] {
  return GPUS.map(({ gpu }) => gpu.name);
}

export function modelNames(): readonly string[] {
  return MODELS.flatMap(({ names }) => [names.at(-1) ?? '', names[0] ?? '']).filter(
    (name, index, all) => all.indexOf(name) === index,
  );
}

/** How names are compared: what differs in nothing but its key is the same entry. */
export interface NameIndex {
  keyOf(name: string): string;
  /** Every key, with the names that have it. */
  names(): ReadonlyMap<string, readonly string[]>;
}

export const GPU_INDEX: NameIndex = {
  keyOf: gpuKey,
  names: once(() => namesByKey(GPUS, gpuKey)),
};

export const MODEL_INDEX: NameIndex = {
  keyOf: (name) => modelKey(splitQuantization(name.slice(0, LONGEST_NAME).toLowerCase()).base),
  names: once(() => namesByKey(MODELS, modelKey)),
};

function namesByKey(
  entries: readonly { readonly names: readonly string[] }[],
  keyOf: (name: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of entries.flatMap(({ names }) => names)) {
    const key = keyOf(name.toLowerCase());
    found.set(key, [...(found.get(key) ?? []), name]);
  }
  return found;
}

/** Names are short; what is longer is no name, and not worth a search. */
const LONGEST_NAME = 120;

const gpusByKey = once(() => index(GPUS, ({ gpu }) => gpu, gpuKey));
/** Ollama's `qwen3:4b` is not Qwen's `Qwen3-4B`, which it looks like. */
const modelsByName = once(() =>
  index(
    MODELS,
    ({ model }) => model,
    (name) => name,
  ),
);
const modelsByKey = once(() => index(MODELS, ({ model }) => model, modelKey));
/** By all names but the first, which is the repository's. */
const quantizationsOnOllama = once(
  () =>
    new Map(
      MODELS.flatMap(({ names: [, ...names], model }) =>
        names.map((name) => [name, model.onOllama] as const),
      ),
    ),
);

function index<E extends { readonly names: readonly string[] }, V>(
  entries: readonly E[],
  valueOf: (entry: E) => V,
  keyOf: (name: string) => string,
): ReadonlyMap<string, V> {
  const all = entries.flatMap((entry) =>
    entry.names.map((name) => [keyOf(name.toLowerCase()), valueOf(entry)] as const),
  );
  // where two have the same key, the first counts
  return new Map(all.reverse());
}

/** `NVIDIA GeForce RTX 4090` and `rtx-4090` are `rtx4090`. */
function gpuKey(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .replace(/\b(nvidia|amd|geforce|instinct|tesla|gpu|tensor core)\b/g, '')
    .replace(/[^a-z0-9]/g, '');
}

/** `meta-llama/Llama-3.1-8B-Instruct`, `llama3.1:8b-instruct` and `Meta-Llama-3.1-8B` are `llama3.18b`. */
function modelKey(name: string): string {
  return name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/:latest$/, '')
    .replace(/^meta-/, '')
    .replace(/[-_:](instruct|it|chat|hf|gguf|text|v0\.[23]|turbo)\b/g, '')
    .replace(/[^a-z0-9.]/g, '');
}

/** Takes off what is no part of the model's name, as often as there is some. */
function splitQuantization(name: string): { base: string; quantization: string | undefined } {
  let base = name.replace(/[-_.]gguf$/, '');
  let quantization: string | undefined;
  for (;;) {
    const [whole, found] = /[-_:.]([a-z]+\d*(?:_[a-z\d]{1,2}){0,2})$/.exec(base) ?? [];
    if (whole === undefined || found === undefined || bitsPerWeight(found) === undefined) break;
    base = base.slice(0, -whole.length);
    quantization ??= found;
  }
  return { base, quantization };
}

/** The tables are built when first asked for, not when the extension loads. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
