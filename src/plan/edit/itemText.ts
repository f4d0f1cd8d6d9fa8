/** Writes an item of a list: keys one a line, or in braces that wrap. */
import { writeScalar } from './scalarText';

/** Keys in order, each with a text or a map of texts. */
export type Item = readonly (readonly [
  key: string,
  value: string | readonly (readonly [key: string, text: string])[],
])[];

/** Widest line of an item in braces. */
const WIDTH = 100;

/** Returns the lines of `- key: value`, the keys below each other. */
export function blockItem(item: Item, indent: string): readonly string[] {
  return item.map(([key, value], index) => {
    const text = typeof value === 'string' ? writeScalar(value, false) : braces(value);
    return `${indent}${index === 0 ? '- ' : '  '}${key}: ${text}`;
  });
}

/** Returns the lines of `- { key: value, ... }`. */
export function flowItem(item: Item, indent: string): readonly string[] {
  const pairs = item.map(([key, value]) => {
    const text = typeof value === 'string' ? writeScalar(value, true) : braces(value);
    return `${key}: ${text}`;
  });
  const lines: string[] = [];
  let line = `${indent}- {`;
  for (const [index, pair] of pairs.entries()) {
    const piece = ` ${pair}${index < pairs.length - 1 ? ',' : ' }'}`;
    if (line.length + piece.length > WIDTH && index > 0) {
      lines.push(line);
      line = `${indent}   `;
    }
    line += piece;
  }
  return [...lines, line];
}

function braces(pairs: readonly (readonly [string, string])[]): string {
  return `{ ${pairs.map(([key, text]) => `${key}: ${writeScalar(text, true)}`).join(', ')} }`;
}
