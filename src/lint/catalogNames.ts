/** Finds names that the catalog does not know, and the name most likely intended. */
import { GPU_INDEX, MODEL_INDEX, type NameIndex } from '../engine/catalog/catalog';
import { QUANTIZATIONS } from '../engine/catalog/data/quantizations';

export type CatalogKind = 'gpu' | 'model' | 'quantization';

/** Finds the catalog name that this name is one typing slip away from. */
export function slipOf(kind: CatalogKind, name: string): string | undefined {
  const key = INDEXES[kind].keyOf(name);
  for (const [known, names] of INDEXES[kind].names()) {
    // Another figure is another product, except for quantizations, which are few.
    if (isOneSlip(key, known, kind === 'quantization')) return likeliest(names, name);
  }
  return undefined;
}

const quantizationKey = (name: string): string => name.toLowerCase().replaceAll('-', '_');

const INDEXES: Readonly<Record<CatalogKind, NameIndex>> = {
  gpu: GPU_INDEX,
  model: MODEL_INDEX,
  quantization: {
    keyOf: quantizationKey,
    names: () => new Map(QUANTIZATIONS.map((name) => [name, [name]])),
  },
};

/** Prefers repositories if the typed name has a slash, as their names do. */
function likeliest(names: readonly string[], typed: string): string | undefined {
  const hasSlash = (name: string): boolean => name.includes('/');
  return names.find((name) => hasSlash(name) === hasSlash(typed)) ?? names[0];
}

/** Tells if two names differ by one character, or by two that are swapped. Time grows linearly with their length. */
function isOneSlip(a: string, b: string, mayChangeFigures: boolean): boolean {
  if (a === '' || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const shorter = Math.min(a.length, b.length) - start;
  while (end < shorter && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [ofA, ofB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (ofA.length + ofB.length === 1) return true;
  if (ofA.length === 1 && ofB.length === 1) {
    return mayChangeFigures || !(/\d/.test(ofA) && /\d/.test(ofB));
  }
  return ofA.length === 2 && ofB === [...ofA].reverse().join('');
}
