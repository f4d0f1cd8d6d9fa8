import { printable } from '../../messages/printable';
import type { Span } from './checkedFile';

/** Lines longer than this are cut around what is meant. */
const WIDEST = 100;

/** The first line of a span with its number, and what is meant underlined; nothing where there is no text. */
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
  // a tab stays one, so that what is meant stays above the line under it
  const pad = (first > 0 ? ' ' : '') + shown.slice(0, start).replace(/[^\t]/g, ' ');
  return [
    `${gutter(`${number} |`)} ${before}${after}`,
    `${gutter('     |')} ${pad}${squiggle('~'.repeat(length))}`,
  ];
}

const MARGIN = 40;
