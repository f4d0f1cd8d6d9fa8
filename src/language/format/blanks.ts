/** Decides the blanks between the tokens of a plan, and at the beginning of its lines. */
import type { TextEdit } from '../../plan/edit/textEdit';
import type { YamlBlock, YamlToken } from '../../plan/yamlTokens';
import { indentBlockScalar, indentFoldedLines } from './scalarLines';

/** Columns of a dash with its blank. */
const DASH = 2;

export class Blanks {
  readonly #text: string;
  readonly #tokens: readonly YamlToken[];
  readonly #indent: number;
  readonly #lineEnd: string;
  readonly #edits: TextEdit[] = [];
  /** Columns of the line with the outermost open bracket. */
  #flowBase = 0;

  constructor(text: string, tokens: readonly YamlToken[], indent: number) {
    this.#text = text;
    this.#tokens = tokens;
    this.#indent = indent;
    this.#lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  }

  edits(): readonly TextEdit[] {
    this.#tokens.forEach((token, index) => {
      this.#editGap(this.#tokens[index - 1], token, index);
      this.#editInside(token);
    });
    const last = this.#tokens.at(-1);
    if (last && last.kind !== 'block-scalar') {
      this.#replace(last.range.end, this.#text.length, this.#lineEnd);
    }
    return this.#edits;
  }

  #editGap(before: YamlToken | undefined, token: YamlToken, index: number): void {
    const bom = this.#text.startsWith('\ufeff') ? 1 : 0;
    const start = before?.range.end ?? bom;
    const gap = this.#text.slice(start, token.range.start);
    const lines = gap.split('\n').length - 1;
    const isLineStart = !before || lines > 0 || before.kind === 'block-scalar';
    const column = isLineStart ? this.#columnOf(token, index) : 0;
    if (token.kind === 'open' && token.flowDepth === 0) {
      this.#flowBase = isLineStart ? column : this.#innerColumn(token.blocks);
    }
    const breaks = before ? this.#lineEnd.repeat(Math.min(lines, 2)) : '';
    const isNumber = gap === '' && this.#isWithinNumber(index);
    const inLine = isNumber ? '' : between(before, token, gap);
    const blanks = isLineStart ? breaks + ' '.repeat(column) : inLine;
    this.#replace(start, token.range.start, blanks);
  }

  /** In braces `1,000` is a number that YAML cuts. A finding says so, and a blank would hide it. */
  #isWithinNumber(index: number): boolean {
    const [first, comma, next] = this.#tokens.slice(Math.max(0, index - 2), index + 1);
    if (comma?.kind !== 'comma' || comma.isList || first?.range.end !== comma.range.start) {
      return false;
    }
    const ends = this.#text.slice(comma.range.start - 1, comma.range.end + 1);
    return next !== undefined && /^\d,\d$/.test(ends);
  }

  /** Column of a token that begins a line. */
  #columnOf(token: YamlToken, index: number): number {
    const { kind, flowDepth, blocks, isValue } = token;
    if (kind === 'mark') return 0;
    if (flowDepth > 0 || kind === 'close') return this.#flowBase + flowDepth * this.#indent;
    if (kind === 'comment') return this.#columnOfComment(token, index);
    const column = columnOfBlock(blocks, this.#indent);
    return isValue && blocks.length > 0 ? column + this.#stepOf(blocks) : column;
  }

  /** A comment is as far in as the line below it, or as the block whose column it has. */
  #columnOfComment({ blocks, range }: YamlToken, index: number): number {
    const own = this.#writtenColumn(range.start);
    const next = this.#tokens.slice(index + 1).find(({ kind }) => kind !== 'comment');
    if (next && next.kind !== 'mark' && this.#writtenColumn(next.range.start) === own) {
      return this.#columnOf(next, index);
    }
    const count = blocks.filter(({ column }) => column <= own).length;
    return columnOfBlock(blocks.slice(0, Math.max(1, count)), this.#indent);
  }

  #writtenColumn(offset: number): number {
    return offset - this.#text.lastIndexOf('\n', offset - 1) - 1;
  }

  /** Column of the lines within a value that begins behind a key, in brackets. */
  #innerColumn(blocks: readonly YamlBlock[]): number {
    const column = columnOfBlock(blocks, this.#indent);
    return blocks.at(-1)?.kind === 'list' ? column + DASH : column;
  }

  #stepOf(blocks: readonly YamlBlock[]): number {
    return blocks.at(-1)?.kind === 'list' ? DASH : this.#indent;
  }

  /** Indents the further lines of a text that has several. */
  #editInside({ kind, range, blocks, flowDepth }: YamlToken): void {
    const source = this.#text.slice(range.start, range.end);
    if (!source.includes('\n')) return;
    const outer = columnOfBlock(blocks, this.#indent);
    const written = blocks.at(-1)?.column;
    if (kind === 'block-scalar' && written !== undefined) {
      const column = outer + this.#stepOf(blocks);
      this.#edits.push(
        ...indentBlockScalar(source, range.start, { column, moved: outer - written }),
      );
    } else if (kind === 'scalar') {
      const column =
        flowDepth > 0
          ? this.#flowBase + (flowDepth + 1) * this.#indent
          : outer + this.#stepOf(blocks);
      this.#edits.push(...indentFoldedLines(source, range.start, column));
    }
  }

  /** Replaces what differs: equal text at both ends stays. */
  #replace(start: number, end: number, text: string): void {
    const old = this.#text.slice(start, end);
    if (old === text) return;
    const shorter = Math.min(old.length, text.length);
    let tail = 0;
    while (tail < shorter && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
    let head = 0;
    while (head < shorter - tail && old[head] === text[head]) head++;
    const inner = text.slice(head, text.length - tail);
    this.#edits.push({ start: start + head, end: end - tail, text: inner });
  }
}

function columnOfBlock(blocks: readonly YamlBlock[], indent: number): number {
  return blocks
    .slice(0, -1)
    .reduce((column, { kind }) => column + (kind === 'list' ? DASH : indent), 0);
}

/** Returns the blanks between two tokens of one line. */
function between(before: YamlToken | undefined, token: YamlToken, gap: string): string {
  // Comments may stand below each other on purpose.
  if (token.kind === 'comment') return /^ +$/.test(gap) ? gap : ' ';
  if (before?.kind === 'open' && token.kind === 'close') return '';
  if (before?.kind === 'open' && before.isList) return '';
  if (token.kind === 'close' && token.isList) return '';
  if (token.kind === 'comma') return '';
  // An alias may hold a colon.
  if (token.kind === 'colon')
    return before?.kind === 'scalar' || before?.kind === 'close' ? '' : ' ';
  return ' ';
}
