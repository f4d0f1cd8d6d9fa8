/** Finds GPUs and models by the names that people write. An ambiguous name finds nothing. */
import { GPUS, type Gpu } from './data/gpus';
import { MODELS, type Model } from './data/models';
import { isQuantization } from './data/quantizations';
import { SINGLE_SLOT_FAMILIES } from './data/singleSlotFamilies';
import { gpuParts } from './gpuName';

export interface FoundModel {
  readonly model: Model;
  /** Quantization that the name ends with: `llama3.1:8b-instruct-q4_K_M`, `...-Instruct-AWQ`. */
  readonly quantization: string | undefined;
  /** Quantization that the name implies on Ollama: Q8_0 for `llama3.2:1b`. Other servers load the published weights. */
  readonly onOllama: string | undefined;
}

export function findGpu(name: string): Gpu | undefined {
  const written = name.slice(0, LONGEST_NAME);
  const exact = gpusByName().get(written.toLowerCase());
  if (exact) return exact;
  const { product, form, gigabytes } = gpuParts(written);
  const known = gpusByProduct().get(product) ?? [];
  return known.find(
    (entry) =>
      (gigabytes === undefined || isSize(gigabytes, entry.gpu)) &&
      (form === undefined || entry.form === undefined || entry.form === form),
  )?.gpu;
}

/** Tells if a name's size is that of a GPU: as sold, as its driver reports it, or as others round it. */
function isSize(gigabytes: number, { soldGB, memoryBytes, generation }: Gpu): boolean {
  // GH200 is sold by the memory of its processor
  if (gigabytes === 480) return generation === 'hopper';
  return (
    Math.abs(gigabytes - soldGB) <= soldGB * 0.07 ||
    Math.abs(gigabytes - memoryBytes / 2 ** 30) <= 1
  );
}

export function findModel(name: string): FoundModel | undefined {
  const written = name.slice(0, LONGEST_NAME).toLowerCase();
  // a repository of its own for the same model with fewer bits
  const own = written.includes('/') ? modelsByName().get(written) : undefined;
  if (own) return { model: own, quantization: undefined, onOllama: undefined };
  const { base, quantization } = splitQuantization(written);
  const plain = base.replace(/:latest$/, '');
  const model =
    modelsByName().get(plain) ??
    modelsByStrictKey().get(strictKey(base)) ??
    modelsByKey().get(modelKey(base));
  return model && { model, quantization, onOllama: onOllama(base) };
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

const gpusByName = once(() =>
  index(
    GPUS,
    ({ gpu }) => gpu,
    (name) => name,
  ),
);

interface GpuOfProduct {
  readonly gpu: Gpu;
  readonly form: string | undefined;
}

/** GPUs by their product, the main one of each first. */
const gpusByProduct = once((): ReadonlyMap<string, readonly GpuOfProduct[]> => {
  const found = new Map<string, GpuOfProduct[]>();
  for (const { names, gpu } of GPUS) {
    const { form } = gpuParts(gpu.name);
    for (const key of new Set(names.flatMap(productKeys))) {
      found.set(key, [...(found.get(key) ?? []), { gpu, form }]);
    }
  }
  return found;
});

/** `rtx4090` also by `4090`, and `rtxa6000` by `a6000`; `rtx6000ada` needs its whole name. */
function productKeys(name: string): readonly string[] {
  const { product } = gpuParts(name);
  const short = product.replace(/^rtx(?=a?\d{4})/, '');
  return [product, short];
}
/** Ollama's `qwen3:4b` is not Qwen's `Qwen3-4B`, though the two look alike. */
const modelsByName = once(() =>
  index(
    MODELS,
    ({ model }) => model,
    (name) => name,
  ),
);
/** `Qwen2.5-7B-Instruct` takes shorter prompts than `Qwen2.5-7B`. */
const modelsByStrictKey = once(() =>
  index(
    MODELS.map(({ names, model }) => ({
      names: names.filter((name) => name.includes('/')),
      model,
    })),
    ({ model }) => model,
    strictKey,
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
  const { product, form = '', gigabytes = '' } = gpuParts(name.slice(0, LONGEST_NAME));
  return `${product}${form}${gigabytes}`;
}

/** Key of a model's name that tells a chat model from its base. */
function strictKey(name: string): string {
  return name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/:latest$/, '')
    .replace(/[^a-z0-9.]/g, '');
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
    if (whole === undefined || found === undefined || !isQuantization(found)) break;
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
