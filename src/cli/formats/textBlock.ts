import { printable } from '../../messages/printable';
import type { Paint } from '../paint';

/** A title with its lines under it, after an empty line; nothing where there are none. */
export function textBlock(
  title: string,
  lines: readonly string[],
  paint: Paint,
): readonly string[] {
  if (lines.length === 0) return [];
  return ['', paint(title, 'bold'), ...lines.map((line) => `  ${printable(line)}`)];
}
