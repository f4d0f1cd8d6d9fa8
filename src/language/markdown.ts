/** The layout of hovers: short lines, close together. What escapes and marks up is those of `messages`. */
import { escapeMarkdown } from '../messages/markdown';
import { cut } from '../messages/oneLine';

const LONGEST_NAME = 80;

/** A name or a text of the plan, escaped and not endless. */
export function escapeName(name: string): string {
  return escapeMarkdown(name.length > LONGEST_NAME ? `${cut(name, LONGEST_NAME - 1)}…` : name);
}

/** Lines that follow each other without a gap. */
export function lines(...each: readonly (string | undefined)[]): string {
  return each.filter((line) => line !== undefined && line !== '').join('  \n');
}

/** Pieces on one line, with a dot between. */
export function dotted(...each: readonly (string | undefined)[]): string {
  return each.filter((piece) => piece !== undefined && piece !== '').join(' · ');
}

/** VS Code sets columns close together: a wide blank at the end of a cell keeps them apart. */
const GAP = '&emsp;';

/** A table; undefined where it has no rows. Cells are Markdown. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string | undefined {
  if (rows.length === 0) return undefined;
  const row = (cells: readonly string[]): string => `| ${cells.join(`${GAP} | `)} |`;
  const rule = `| ${head.map(() => ':---').join(' | ')} |`;
  return [row(head), rule, ...rows.map(row)].join('\n');
}
