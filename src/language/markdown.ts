/** Lays out hovers in short, close lines. `messages` escapes and marks up the text. */
import { escapeMarkdown } from '../messages/markdown';
import { cut } from '../messages/oneLine';

const LONGEST_NAME = 80;

/** Returns a name or text of the plan, escaped and shortened. */
export function escapeName(name: string): string {
  return escapeMarkdown(name.length > LONGEST_NAME ? `${cut(name, LONGEST_NAME - 1)}…` : name);
}

/** Joins lines without a gap between them. */
export function lines(...each: readonly (string | undefined)[]): string {
  return each.filter((line) => line !== undefined && line !== '').join('  \n');
}

/** Joins pieces on one line, with a dot between. */
export function dotted(...each: readonly (string | undefined)[]): string {
  return each.filter((piece) => piece !== undefined && piece !== '').join(' · ');
}

/** Wide blank at the end of a cell, because VS Code sets columns close together. */
const GAP = '&emsp;';

/** Returns a table, or undefined if it has no rows. Cells are Markdown. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string | undefined {
  if (rows.length === 0) return undefined;
  const row = (cells: readonly string[]): string => `| ${cells.join(`${GAP} | `)} |`;
  const rule = `| ${head.map(() => ':---').join(' | ')} |`;
  return [row(head), rule, ...rows.map(row)].join('\n');
}
