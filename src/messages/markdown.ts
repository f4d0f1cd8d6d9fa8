/**
 * Markdown that people also read as it is: what comes from a plan is escaped, so that no name can break
 * the layout, but only where a character could mean something.
 */
import { piecesOf } from './codePieces';
import { oneLine } from './oneLine';

/**
 * A name, title or note of a plan, on one line, without Markdown, HTML, links, images or mentions of its own: in a
 * link's text and a table's cell too, and for every reader of VS Code. Its hovers read a link's text twice and drop
 * the backslash before a bracket, so that brackets are entities. Its previews may look for addresses once all is
 * decoded, so that a blank without width parts these.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/&(?=#?\w+(?:;|$))/g, '&amp;')
    .replace(/[[\]\\`]|!$/g, entityOf)
    .replace(/<(?=[a-z/!?]|$)/gi, '&lt;')
    .replace(/[*~|]|\$(?!\d)/g, '\\$&') // mathematics ends at a `$` that no digit follows; prices stay legible
    .replace(/(?<![a-z\d])_|_(?![a-z\d])/gi, '\\_')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[#>+=:-]|#$/g, '\\$&')
    .replace(/\/(?=\/)/g, `/${APART}`)
    .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/(\S?)@(?!\s)/g, (_, before: string) => `${before && before + APART}@${APART}`);
}

/** Keeps signs apart that would be an address or a mention: nobody is to be notified of a report. */
const APART = '&#8203;';

function entityOf(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

/**
 * A sentence of `messages`, which may carry names of a plan: its `code` stays code, the rest is escaped, so that
 * Markdown pairs backticks as is done here.
 */
export function escapeSentence(text: string): string {
  return piecesOf(oneLine(text))
    .map((piece, index) => (piece.isCode ? codeOf(piece.text) : escapePiece(piece.text, index > 0)))
    .join('');
}

/** Code on one line, whatever it contains; for a link's text and a table's cell too. */
export function codeSpan(text: string): string {
  return codeOf(oneLine(text) || ' ');
}

/** Between as many backticks as it takes to tell them from those in the text. */
export function fenceCode(line: string): string {
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  if (longest === 0) return `\`${line}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}

export function bold(markdown: string): string {
  return `**${markdown}**`;
}

/** Blocks with an empty line between; those that have nothing to say are left out. */
export function blocks(...each: readonly (string | undefined)[]): string {
  return each.filter((block) => block !== undefined && block !== '').join('\n\n');
}

export function bullets(items: readonly string[], marker = '-'): string {
  return items.map((item) => `${marker} ${item}`).join('\n');
}

/** Code as it is; no line of it can end the block. */
export function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

/** Moved to the right, so that it belongs to an item of a list. */
export function indented(markdown: string, by: number): string {
  return markdown.replace(/^(?=.)/gm, ' '.repeat(by));
}

export function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

export interface Column<T> {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly align?: 'right';
  /** Markdown. */
  readonly cell: (row: T) => string;
}

/** A table; undefined without rows. */
export function table<T>(columns: readonly Column<T>[], rows: readonly T[]): string | undefined {
  if (rows.length === 0) return undefined;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map(({ cell }) => cell(row) || ' '))),
  ].join('\n');
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** A pipe would end the cell of a table even in code, and hovers take backticks in a link's code for its end. */
function codeOf(line: string): string {
  return /[|`]/.test(line) ? `“${escapeMarkdown(line)}”` : fenceCode(line);
}

/** After code a piece is in the middle of a line: nothing begins there. */
function escapePiece(piece: string, isInside: boolean): string {
  const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
  const escaped = isInside ? escapeMarkdown(`.${text}`).slice(1) : escapeMarkdown(text);
  return before + escaped + after;
}
