/** What tests of hovers share. */
import { readFileSync } from 'node:fs';
import { hoverAt } from '../../../src/language/hover';
import { analyzePlan } from '../../../src/lint/analyzePlan';

export const EXAMPLE = readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8');

/** The example with the cursor `|` before the first `text` after `after`. */
export function pointAt(text: string, after = ''): string {
  const from = EXAMPLE.indexOf(after);
  const index = EXAMPLE.indexOf(text, from);
  if (from < 0 || index < 0) throw new RangeError(`the example has no ${after} ${text}`);
  return `${EXAMPLE.slice(0, index)}|${EXAMPLE.slice(index)}`;
}

/** The hover where `|` stands, without links, the escape of `$` and the blanks that keep columns apart. */
export function hover(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = hoverAt(analyzePlan(text), offset, () => undefined);
  return found?.markdown.replace(/&emsp;|\\(?=\$)/g, '');
}
