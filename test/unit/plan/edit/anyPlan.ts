/** Random maps written as YAML in every style that an edit has to keep: for property tests. */
import fc from 'fast-check';

export type Node =
  | {
      readonly kind: 'scalar';
      readonly text: string;
      readonly style: 'plain' | 'single' | 'double';
    }
  | { readonly kind: 'map'; readonly flow: boolean; readonly entries: readonly Entry[] };

export interface Entry {
  readonly key: string;
  readonly value: Node;
  readonly comment: string | undefined;
  /** Refers to the value of an entry before it, where one has an anchor. */
  readonly reuses: boolean;
  readonly merges: boolean;
}

export interface Written {
  readonly text: string;
}

const KEYS = ['users', 'thinkTime', 'A', 'B', 'c d', 'x-e', 'price'];
const word = fc.constantFrom(
  '1000',
  '<1s',
  '1.50 USD/h',
  '2 min',
  '~5',
  'auto',
  'über',
  "it's",
  '',
);
const style = fc.constantFrom('plain', 'single', 'double' as const);

const scalar: fc.Arbitrary<Node> = fc
  .record({ text: word, style })
  .map(({ text, style: wanted }) => ({
    kind: 'scalar',
    text,
    style: text === '' ? 'double' : wanted,
  }));

function map(depth: number): fc.Arbitrary<Node> {
  const value = depth === 0 ? scalar : fc.oneof({ weight: 2, arbitrary: scalar }, map(depth - 1));
  const entry = fc.record({
    key: fc.constantFrom(...KEYS),
    value,
    comment: fc.option(fc.constantFrom(' c', '# d: 1'), { nil: undefined }),
    reuses: fc.boolean(),
    merges: fc.boolean(),
  });
  return fc
    .record({
      flow: fc.boolean(),
      entries: fc.uniqueArray(entry, { selector: ({ key }) => key, maxLength: 4 }),
    })
    .map(({ flow, entries }) => ({ kind: 'map', flow, entries }));
}

/** A text of YAML: a block map with maps in it, aliases and merge keys, comments, LF or CRLF. */
export const anyPlan: fc.Arbitrary<string> = fc
  .record({
    root: map(3),
    crlf: fc.boolean(),
    finalNewline: fc.boolean(),
    indent: fc.constantFrom(2, 4),
  })
  .map(({ root, crlf, finalNewline, indent }) => {
    const text = new Writer(indent).write(root);
    const ended = finalNewline ? text : text.replace(/\n$/, '');
    return crlf ? ended.replaceAll('\n', '\r\n') : ended;
  });

class Writer {
  readonly #indent: number;
  readonly #anchors: { readonly name: string; readonly isMap: boolean }[] = [];
  #count = 0;

  constructor(indent: number) {
    this.#indent = indent;
  }

  write(root: Node): string {
    if (root.kind === 'scalar' || root.entries.length === 0) return '{}\n';
    return this.#block(root.entries, '');
  }

  #block(entries: readonly Entry[], margin: string): string {
    const inner = margin + ' '.repeat(this.#indent);
    const lines = entries.map((entry) => {
      const { key, value, comment } = entry;
      const end = comment === undefined ? '\n' : ` #${comment}\n`;
      const alias = this.#aliasFor(entry);
      if (alias !== undefined) return `${margin}${key}: ${alias}${end}`;
      if (value.kind === 'map' && !value.flow && value.entries.length > 0) {
        const merged = this.#mergeFor(entry);
        const head = merged === undefined ? '' : `${inner}<<: ${merged}\n`;
        const body = this.#block(value.entries, inner);
        return `${margin}${key}:${this.#anchor(true)}${end}${head}${body}`;
      }
      return `${margin}${key}: ${this.#inline(entry)}${end}`;
    });
    return lines.join('');
  }

  #inline(entry: Entry): string {
    const { value } = entry;
    if (value.kind === 'scalar')
      return `${this.#anchor(false).trimStart()} ${quoted(value)}`.trim();
    const merged = this.#mergeFor(entry);
    const pairs = value.entries.map(
      (each) => `${each.key}: ${this.#aliasFor(each) ?? this.#inline(each)}`,
    );
    const all = merged === undefined ? pairs : [`<<: ${merged}`, ...pairs];
    const body = all.length === 0 ? '{}' : `{ ${all.join(', ')} }`;
    return `${this.#anchor(true).trimStart()} ${body}`.trim();
  }

  /** Only once its value is written: a name that is known before could refer to itself. */
  #anchor(isMap: boolean): string {
    this.#count += 1;
    if (this.#count % 3 !== 0) return '';
    const name = `a${this.#count}`;
    this.#anchors.push({ name, isMap });
    return ` &${name}`;
  }

  #aliasFor({ reuses }: Entry): string | undefined {
    const known = this.#anchors.at(-1);
    return reuses && known ? `*${known.name}` : undefined;
  }

  #mergeFor({ merges }: Entry): string | undefined {
    const known = this.#anchors.find(({ isMap }) => isMap);
    return merges && known ? `*${known.name}` : undefined;
  }
}

function quoted({ text, style: wanted }: Extract<Node, { kind: 'scalar' }>): string {
  if (wanted === 'plain') return text;
  return wanted === 'single' ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}
