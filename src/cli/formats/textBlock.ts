import { printable } from '../../messages/printable';
import type { Paint } from '../paint';

/** Returns a title with its lines below it, after an empty line. Returns nothing if there are no lines. */
export function textBlock(
  title: string,
  lines: readonly string[],
  paint: Paint,
): readonly string[] {
  if (lines.length === 0) return [];
  return ['', paint(title, 'bold'), ...lines.map((line) => `  ${printable(line)}`)];
}
