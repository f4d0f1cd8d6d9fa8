/** Writes YAML of Kubernetes: maps, lists and texts. Texts are in double quotes, so that none becomes something else. */

export type YamlValue =
  string | number | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Returns the lines of a value below its key. A text of several lines becomes a block. */
export function yamlLines(value: YamlValue, indent = ''): readonly string[] {
  if (isList(value)) {
    return value.flatMap((item) => {
      const [first = '', ...others] = yamlLines(item, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...others];
    });
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) => entryLines(key, inner, indent));
  }
  return [`${indent}${scalarText(value)}`];
}

function entryLines(key: string, value: YamlValue, indent: string): readonly string[] {
  if (typeof value === 'string' && value.includes('\n')) {
    const lines = value.trimEnd().split('\n');
    return [
      `${indent}${key}: |`,
      ...lines.map((line) => (line === '' ? '' : `${indent}  ${line}`)),
    ];
  }
  if (typeof value !== 'object') return [`${indent}${key}: ${scalarText(value)}`];
  if (Object.keys(value).length === 0) return [`${indent}${key}: ${isList(value) ? '[]' : '{}'}`];
  return [`${indent}${key}:`, ...yamlLines(value, `${indent}  `)];
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function scalarText(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return /^[A-Za-z][\w./-]*(:[\w.-]+)?$/.test(value) && !WORDS.test(value)
    ? value
    : JSON.stringify(value);
}

/** Words that YAML reads as something else than a text. */
const WORDS = /^(true|false|yes|no|on|off|null|y|n)$/i;
