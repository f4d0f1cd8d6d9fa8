/** Cuts the line of a finding out of the plan and underlines the finding, for a terminal. */
import { printable } from '../../messages/printable';
import type { Span } from './checkedFile';

/** Longest line in characters that is shown whole. Longer ones are cut around the finding. */
const WIDEST = 100;

/** Returns the first line of a span with its number and underline. Returns no lines if there is no text. */
export function codeFrame(
  lines: readonly string[],
  span: Span,
  squiggle: (text: string) => string,
  gutter: (text: string) => string,
): readonly string[] {
  const line = lines[span.line - 1];
  if (line === undefined || line.trim() === '') return [];
  const from = span.column - 1;
  const to = span.endLine > span.line ? line.trimEnd().length : span.endColumn - 1;
  const first = from > WIDEST - MARGIN ? from - MARGIN : 0;
  const shown = line.slice(first, first + WIDEST);
  const start = from - first;
  const length = Math.max(1, Math.min(to - from, shown.length - start));
  const number = String(span.line).padStart(4);
  const before = (first > 0 ? '…' : '') + printable(shown);
  const after = first + WIDEST < line.length ? '…' : '';
  // a tab stays a tab, so that the text stays above its underline
  const pad = (first > 0 ? ' ' : '') + shown.slice(0, start).replace(/[^\t]/g, ' ');
  return [
    `${gutter(`${number} |`)} ${before}${after}`,
    `${gutter('     |')} ${pad}${squiggle('~'.repeat(length))}`,
  ];
}

const MARGIN = 40;
