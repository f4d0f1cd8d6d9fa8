/** A JSON object whose values are looked at by type: files of others have anything. */
export interface Section {
  number(...keys: string[]): number | undefined;
  text(key: string): string | undefined;
  flag(key: string): boolean | undefined;
  map(key: string): Section | undefined;
  list(key: string): readonly unknown[] | undefined;
}

/** @returns undefined if the text is no JSON object. */
export function parseSection(text: string): Section | undefined {
  try {
    // Python writes numbers that JSON does not have
    return sectionOf(JSON.parse(text.replace(/([:[,]\s*)-?(?:Infinity|NaN)\b/g, '$1null')));
  } catch {
    return undefined;
  }
}

function sectionOf(value: unknown): Section | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const at = (key: string): unknown =>
    Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  return {
    number: (...keys) => keys.map(at).find(isCount),
    text: (key) => (typeof at(key) === 'string' ? (at(key) as string) : undefined),
    flag: (key) => (typeof at(key) === 'boolean' ? (at(key) as boolean) : undefined),
    map: (key) => sectionOf(at(key)),
    list: (key) => (Array.isArray(at(key)) ? (at(key) as readonly unknown[]) : undefined),
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
