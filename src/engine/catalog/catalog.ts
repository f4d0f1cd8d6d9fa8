/** Finds GPUs and models by the names that people write. An ambiguous name finds nothing. */
import { GPUS, type Gpu } from './data/gpus';
import { MODELS, type Model } from './data/models';
import { bitsPerWeight } from './data/quantizations';
import { SINGLE_SLOT_FAMILIES } from './data/singleSlotFamilies';

interface FoundModel {
  readonly model: Model;
  /**
   * Quantization that the name ends with: `llama3.1:8b-instruct-q4_K_M`, `...-Instruct-AWQ`. Otherwise the one that the
   * name implies: Q8_0 for `llama3.2:1b`.
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
 * Quantization that a name implies on Ollama; undefined for a name in another style. `meta-llama/Llama-3.2-1B` is
 * published in 16 bits. `llama3:70b-instruct` is the same file as `llama3:70b`.
 */
function onOllama(name: string): string | undefined {
  return quantizationsOnOllama().get(name.replace(/:latest$|-(?:instruct|chat|text)$/, ''));
}

/**
 * Tells if Ollama serves the model one request at a time, whatever `OLLAMA_NUM_PARALLEL` says. Decides by the model's
 * name.
 */
export function isSingleSlotOnOllama(model: string): boolean {
  const key = modelKey(model.slice(0, LONGEST_NAME).toLowerCase());
  return SINGLE_SLOT_FAMILIES.some(({ names }) => names.some((name) => key.startsWith(name)));
}

/** Quantization that a name ends with. The catalog need not know the model. */
export function quantizationInName(name: string): string | undefined {
  return splitQuantization(name.slice(0, LONGEST_NAME).toLowerCase()).quantization;
}

/** Names for completion: GPUs as the catalog spells them, models by their name on Ollama and by their repository. */
export function gpuNames(): readonly string[] {
  return GPUS.map(({ gpu }) => gpu.name);
}

export function modelNames(): readonly string[] {
  return MODELS.flatMap(({ names }) => [names.at(-1) ?? '', names[0] ?? '']).filter(
    (name, index, all) => all.indexOf(name) === index,
  );
}

/** Compares names by a key: names with the same key are the same entry. */
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

/** Limits the length of a name to search for: longer text is no name. */
const LONGEST_NAME = 120;

const gpusByKey = once(() => index(GPUS, ({ gpu }) => gpu, gpuKey));
/** Ollama's `qwen3:4b` is not Qwen's `Qwen3-4B`, though the two look alike. */
const modelsByName = once(() =>
  index(
    MODELS,
    ({ model }) => model,
    (name) => name,
  ),
);
const modelsByKey = once(() => index(MODELS, ({ model }) => model, modelKey));
/** Quantizations by all names but the first, which is the repository's. */
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
  // the first counts if two have the same key
  return new Map(all.reverse());
}

/** Key of a GPU's name: `NVIDIA GeForce RTX 4090` and `rtx-4090` give `rtx4090`. */
function gpuKey(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .replace(/\b(nvidia|amd|geforce|instinct|tesla|gpu|tensor core)\b/g, '')
    .replace(/[^a-z0-9]/g, '');
}

/**
 * Key of a model's name. `meta-llama/Llama-3.1-8B-Instruct`, `llama3.1:8b-instruct` and `Meta-Llama-3.1-8B` give
 * `llama3.18b`.
 */
function modelKey(name: string): string {
  return name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/:latest$/, '')
    .replace(/^meta-/, '')
    .replace(/[-_:](instruct|it|chat|hf|gguf|text|v0\.[23]|turbo)\b/g, '')
    .replace(/[^a-z0-9.]/g, '');
}

/** Removes endings that are no part of the model's name, until none is left. */
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

/** Builds a table at its first use, not when the extension loads. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
