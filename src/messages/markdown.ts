/**
 * Writes Markdown that is also readable as plain text. Text of a plan is escaped, so that no name can break the
 * layout. Only characters with a meaning are escaped.
 */
import { t } from '@vscode/l10n';
import { piecesOf } from './codePieces';
import { oneLine } from './oneLine';

/**
 * Escapes a name, title or note of a plan: one line, without Markdown, HTML, links, images or mentions of its own. It
 * is safe in a link's text, in a table's cell, and for every reader of VS Code. Hovers read a link's text twice and
 * drop the backslash before a bracket, so brackets become entities. Previews may look for addresses after decoding,
 * so a zero-width space splits these.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/&(?=#?\w+(?:;|$))/g, '&amp;')
    .replace(/[[\]\\`]|!$/g, entityOf)
    .replace(/<(?=[a-z/!?]|$)/gi, '&lt;')
    .replace(/[*~|]|\$(?!\d)/g, '\\$&') // mathematics ends at a `$` without a digit after it; prices stay legible
    .replace(/(?<![a-z\d])_|_(?![a-z\d])/gi, '\\_')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[#>+=:-]|#$/g, '\\$&')
    .replace(/\/(?=\/)/g, `/${APART}`)
    .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/(\S?)@(?!\s)/g, (_, before: string) => `${before && before + APART}@${APART}`);
}

/** Separator inside an address or a mention: a report must not notify anybody. */
const APART = '&#8203;';

function entityOf(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

/**
 * Escapes a sentence of `messages`, which may contain names of a plan. Its `code` stays code and the rest is escaped,
 * so that Markdown pairs backticks the same way.
 */
export function escapeSentence(text: string): string {
  return piecesOf(oneLine(text))
    .map((piece, index) => (piece.isCode ? codeOf(piece.text) : escapePiece(piece.text, index > 0)))
    .join('');
}

/** Writes code on one line, whatever it contains, also for a link's text and a table's cell. */
export function codeSpan(text: string): string {
  return codeOf(oneLine(text) || ' ');
}

/** Fences code with enough backticks to differ from those in the text. */
export function fenceCode(line: string): string {
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  if (longest === 0) return `\`${line}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}

export function bold(markdown: string): string {
  return `**${markdown}**`;
}

/** Joins blocks with an empty line between. Empty blocks are left out. */
export function blocks(...each: readonly (string | undefined)[]): string {
  return each.filter((block) => block !== undefined && block !== '').join('\n\n');
}

export function bullets(items: readonly string[], marker = '-'): string {
  return items.map((item) => `${marker} ${item}`).join('\n');
}

/** Writes a code block. No line of the code can end it. */
export function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

/** Indents Markdown, so that it belongs to an item of a list. */
export function indented(markdown: string, by: number): string {
  return markdown.replace(/^(?=.)/gm, ' '.repeat(by));
}

export function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

export interface Column<T> {
  readonly title: string;
  /** Set for numbers, which align right. */
  readonly align?: 'right';
  /** Content as Markdown. */
  readonly cell: (row: T) => string;
}

/** Writes a table. Returns undefined if there are no rows. */
export function table<T>(columns: readonly Column<T>[], rows: readonly T[]): string | undefined {
  if (rows.length === 0) return undefined;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map(({ cell }) => cell(row) || ' '))),
  ].join('\n');
}

/** Word before the last entry of a list. */
export type LastWord = 'and' | 'or';

/** Returns `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[], last: LastWord = 'and'): string {
  if (words.length < 2) return words.join('');
  const [first, end] = [words.slice(0, -1).join(', '), words.at(-1) ?? ''];
  return last === 'and' ? t`${first} and ${end}` : t`${first} or ${end}`;
}

/** Escapes code in cells and links. A pipe ends a cell even in code, and hovers end code at backticks in a link. */
function codeOf(line: string): string {
  return /[|`]/.test(line) ? `“${escapeMarkdown(line)}”` : fenceCode(line);
}

/** Escapes a piece. After code it is in the middle of a line, so no block begins there. */
function escapePiece(piece: string, isInside: boolean): string {
  const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
  const escaped = isInside ? escapeMarkdown(`.${text}`).slice(1) : escapeMarkdown(text);
  return before + escaped + after;
}
