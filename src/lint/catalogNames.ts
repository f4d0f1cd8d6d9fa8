/** Finds names that the catalog does not know, and the name most likely intended. */
import { GPU_INDEX, MODEL_INDEX, type NameIndex } from '../engine/catalog/catalog';
import { QUANTIZATIONS, QUANTIZATION_SYNONYMS } from '../engine/catalog/data/quantizations';

export type CatalogKind = 'gpu' | 'model' | 'quantization';

/** Finds the catalog name that this name is one typing slip away from. */
export function slipOf(kind: CatalogKind, name: string): string | undefined {
  const key = INDEXES[kind].keyOf(name);
  const synonym =
    kind === 'quantization' ? QUANTIZATION_SYNONYMS[quantizationKey(name)] : undefined;
  if (synonym !== undefined) return synonym;
  for (const [known, names] of INDEXES[kind].names()) {
    if (isOneSlip(key, known, kind)) return likeliest(names, name);
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

/**
 * Tells if two names differ by one character, or by two that are swapped. Time grows linearly with their length. Another
 * figure is another product, and so is another letter in a short name of a GPU: `GB200` is no slip of `B200`.
 */
function isOneSlip(a: string, b: string, kind: CatalogKind): boolean {
  if (a === '' || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const shorter = Math.min(a.length, b.length) - start;
  while (end < shorter && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [ofA, ofB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (ofA.length === 2 && ofB.length === 2) return ofB === [...ofA].reverse().join('');
  if (ofA.length + ofB.length > 2 || ofA.length > 1 || ofB.length > 1) return false;
  if (kind === 'quantization') return true;
  // typed twice, or once instead of twice
  const longer = a.length > b.length ? a : b;
  if (
    ofA.length + ofB.length === 1 &&
    longer[start] === longer[start - 1] &&
    longer[start] !== '0'
  ) {
    return true;
  }
  if (LOOK_ALIKE.has(ofA + ofB) || LOOK_ALIKE.has(ofB + ofA)) return true;
  // a figure left out of a long number
  const isShort = ofA === '' && /\d{4}/.test(b.slice(Math.max(0, start - 3), start + 4));
  if (kind === 'gpu' && isShort && /\d/.test(ofB)) return true;
  if (/\d/.test(ofA + ofB)) return false;
  return kind === 'model' || lettersAround(b, start) >= WORD_LENGTH;
}

/** Letters and figures that look alike. */
const LOOK_ALIKE: ReadonlySet<string> = new Set(['i1', 'l1', 'o0', 's5']);

/** Letters in a row from which on a name is a word, in which one may slip. */
const WORD_LENGTH = 3;

function lettersAround(name: string, at: number): number {
  const before = /[a-z]*$/.exec(name.slice(0, at))?.[0].length ?? 0;
  const after = /^[a-z]*/.exec(name.slice(at))?.[0].length ?? 0;
  return before + after;
}
