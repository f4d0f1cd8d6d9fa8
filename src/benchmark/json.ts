/** Reads values of foreign JSON, whose shape nobody promises. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Returns the value at a path of keys; undefined if there is none. */
export function valueAt(json: Json | undefined, ...path: readonly string[]): Json | undefined {
  let at = json;
  for (const key of path) {
    if (!isObject(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/** Returns a finite number, also if it is written as a text. */
export function numberAt(json: Json | undefined, ...path: readonly string[]): number | undefined {
  return toNumber(valueAt(json, ...path));
}

export function toNumber(value: Json | undefined): number | undefined {
  const number =
    typeof value === 'string' && /^\s*[-+]?[\d.]+(e[-+]?\d+)?\s*$/i.test(value)
      ? Number(value)
      : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function textAt(json: Json | undefined, ...path: readonly string[]): string | undefined {
  const value = valueAt(json, ...path);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function listAt(json: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const value = valueAt(json, ...path);
  return isList(value) ? value : [];
}

export function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

export function isObject(json: Json | undefined): json is Readonly<Record<string, Json>> {
  return typeof json === 'object' && json !== null && !isList(json);
}

export function hasKeys(json: Json | undefined, ...keys: readonly string[]): boolean {
  return isObject(json) && keys.every((key) => Object.hasOwn(json, key));
}

/**
 * Parses JSON as Python writes it: with `NaN` and `Infinity`, which become texts.
 * @throws SyntaxError if it is none.
 */
export function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (!/\b(?:NaN|Infinity)\b/.test(text)) throw error;
    return JSON.parse(text.replace(STRING_OR_WORD, quoteWord)) as Json;
  }
}

const STRING_OR_WORD = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

function quoteWord(found: string): string {
  return found.startsWith('"') ? found : `"${found}"`;
}
