/** Writes the body of a block as YAML, in lines or in braces. Tab stops stay as they are. */
import type { Body } from './block';

/** Returns lines without the indentation of the first key. */
export function bodyLines(body: Body): readonly string[] {
  return Object.entries(body).flatMap(([key, value]) => {
    if (typeof value === 'string') return [`${key}: ${value}`];
    if (isList(value)) return [`${key}:`, ...indent(value.flatMap(itemLines), 2)];
    return [`${key}:`, ...indent(bodyLines(value), 2)];
  });
}

/** Returns the lines of an item of a list, from its dash. */
export function itemLines(body: Body): readonly string[] {
  return bodyLines(body).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

/** Returns `key: value, key: value`, without the braces around them. */
export function bodyPairs(body: Body): string {
  return Object.entries(body)
    .map(([key, value]) => `${key}: ${flowValue(value)}`)
    .join(', ');
}

export function inBraces(body: Body): string {
  return `{ ${bodyPairs(body)} }`;
}

function flowValue(value: Body[string]): string {
  if (typeof value === 'string') return value;
  return isList(value) ? `[${value.map(inBraces).join(', ')}]` : inBraces(value);
}

function isList(value: Body | readonly Body[]): value is readonly Body[] {
  return Array.isArray(value);
}

export function indent(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => ' '.repeat(columns) + line);
}
