/** Lists the tokens of YAML text with the structure that they belong to, for what rewrites blanks only. */
import { Parser, type CST } from 'yaml';
import type { Range } from './range';

export type TokenKind =
  | 'mark'
  | 'comment'
  | 'scalar'
  | 'block-scalar'
  | 'alias'
  | 'property'
  | 'dash'
  | 'colon'
  | 'comma'
  | 'open'
  | 'close';

export interface YamlToken {
  readonly kind: TokenKind;
  readonly range: Range;
  /** Blocks of maps and lists around it, outermost first, as the columns at which they are written. */
  readonly blocks: readonly YamlBlock[];
  /** Brackets and braces around it. Those of a bracket itself do not count. */
  readonly flowDepth: number;
  /** Set for the value of a key or of a dash, if it is no block of its own. */
  readonly isValue: boolean;
  /** Set for `[` and `]`, and for what is directly between them. */
  readonly isList: boolean;
}

export interface YamlBlock {
  readonly kind: 'map' | 'list';
  /** Column of its keys, or of its dashes. */
  readonly column: number;
}

/** Returns undefined for a text with errors, directives, several documents, or keys marked with `?`. */
export function readTokens(text: string): readonly YamlToken[] | undefined {
  const flattener = new Flattener(text);
  try {
    let documents = 0;
    for (const token of new Parser().parse(text)) {
      if (token.type === 'document') documents += 1;
      if (documents > 1 || !flattener.addTop(token)) return undefined;
    }
  } catch (error) {
    // The library recurses to close thousands of nested blocks. Nothing else in it throws.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return flattener.isSound ? flattener.tokens : undefined;
}

type Part = CST.Token | null | undefined;

const KINDS: Readonly<Partial<Record<CST.Token['type'], TokenKind>>> = {
  'doc-start': 'mark',
  'doc-end': 'mark',
  comment: 'comment',
  alias: 'alias',
  anchor: 'property',
  tag: 'property',
  scalar: 'scalar',
  'single-quoted-scalar': 'scalar',
  'double-quoted-scalar': 'scalar',
  'seq-item-ind': 'dash',
  'map-value-ind': 'colon',
  comma: 'comma',
  'flow-map-start': 'open',
  'flow-seq-start': 'open',
  'flow-map-end': 'close',
  'flow-seq-end': 'close',
};

class Flattener {
  readonly tokens: YamlToken[] = [];
  isSound = true;
  readonly #text: string;
  #blocks: readonly YamlBlock[] = [];
  #flowDepth = 0;
  #isValue = false;
  #isList = false;

  constructor(text: string) {
    this.#text = text;
  }

  addTop(token: CST.Token): boolean {
    if (token.type === 'document') {
      this.#addAll(token.start);
      this.#add(token.value);
      this.#addAll(token.end);
    } else if (token.type === 'byte-order-mark') {
      return true;
    } else if (token.type === 'comment' || token.type === 'doc-end') {
      this.#add(token);
      if (token.type === 'doc-end') this.#addAll(token.end);
    } else {
      this.isSound &&= token.type === 'newline' || token.type === 'space';
    }
    return this.isSound;
  }

  #addAll(tokens: readonly CST.Token[] | undefined): void {
    for (const token of tokens ?? []) this.#add(token);
  }

  #add(token: Part): void {
    if (!token) return;
    switch (token.type) {
      case 'space':
      case 'newline':
      case 'byte-order-mark':
        return;
      case 'block-map':
      case 'block-seq':
        return this.#addBlock(token);
      case 'flow-collection':
        return this.#addFlow(token);
      case 'block-scalar':
        return this.#addBlockScalar(token);
      default:
        return this.#addLeaf(token);
    }
  }

  #addLeaf(token: CST.Token): void {
    const kind = KINDS[token.type];
    if (!kind || !('source' in token)) {
      this.isSound = false;
      return;
    }
    // Blanks at the end of a comment mean nothing.
    this.#push(kind, token.offset, token.source.trimEnd().length);
    if ('end' in token) this.#addAll(token.end);
  }

  #addBlock(block: CST.BlockMap | CST.BlockSequence): void {
    const outer = this.#blocks;
    this.#blocks = [...outer, toBlock(block)];
    for (const item of block.items) {
      this.#isValue = false;
      this.#addAll(item.start);
      this.#add(item.key);
      this.#addValue(item.sep, item.value);
    }
    this.#blocks = outer;
    this.#isValue = false;
  }

  /** Adds what follows a key. Comments and an anchor before a block are as far in as the block. */
  #addValue(sep: readonly CST.SourceToken[] | undefined, value: Part): void {
    const outer = this.#blocks;
    const isBlock = value?.type === 'block-map' || value?.type === 'block-seq';
    if (isBlock) this.#blocks = [...outer, toBlock(value)];
    this.#isValue = !isBlock;
    this.#addAll(sep);
    this.#blocks = outer;
    this.#add(value);
  }

  #addFlow({ start, items, end }: CST.FlowCollection): void {
    const outer = this.#isList;
    this.#isList = start.type === 'flow-seq-start';
    this.#add(start);
    this.#flowDepth += 1;
    for (const item of items) {
      this.#addAll(item.start);
      this.#add(item.key);
      this.#addAll(item.sep);
      this.#add(item.value);
    }
    const [bracket, ...rest] = end;
    this.#flowDepth -= 1;
    this.#add(bracket);
    this.#isList = outer;
    this.#addAll(rest);
  }

  #addBlockScalar({ props, source }: CST.BlockScalar): void {
    const header = props.find(({ type }) => type === 'block-scalar-header');
    if (!header) {
      this.isSound = false;
      return;
    }
    for (const prop of props) if (prop.offset < header.offset) this.#add(prop);
    const last = props.at(-1);
    const begins = last && 'source' in last ? last.offset + last.source.length : header.offset;
    this.#push('block-scalar', header.offset, begins + source.length - header.offset);
  }

  #push(kind: TokenKind, start: number, length: number): void {
    const range = { start, end: start + length };
    const { length: count } = this.tokens;
    const before = this.tokens[count - 1]?.range.end ?? 0;
    // everything between two tokens is blank
    this.isSound &&= start >= before && /^[\s\ufeff]*$/.test(this.#text.slice(before, start));
    this.tokens.push({
      kind,
      range,
      blocks: this.#blocks,
      flowDepth: this.#flowDepth,
      isValue: this.#isValue,
      isList: this.#isList,
    });
  }
}

function toBlock({ type, indent }: CST.BlockMap | CST.BlockSequence): YamlBlock {
  return { kind: type === 'block-map' ? 'map' : 'list', column: Math.max(0, indent) };
}
