/**
 * Turns the YAML library's nodes into our tree. Aliases are followed, merge keys applied, and repeated keys reported.
 */
import { t } from '@vscode/l10n';
import type { PlanProblem } from './problems';
import type { Range } from './range';
import { sizeOf, type YamlEntry, type YamlItem, type YamlNode } from './yamlTree';

/** Part of the library's nodes that the tree needs. The reader hands them in. */
export interface LibraryNode {
  readonly range?: readonly [number, number, number] | null;
  readonly anchor?: string;
  readonly tag?: string;
  readonly flow?: boolean;
  /** Items of a map or a list. */
  readonly items?: readonly (LibraryPair | LibraryNode)[];
  /** Text of a scalar, or the name that an alias refers to. */
  readonly source?: string;
  /** Style in which a scalar is written. */
  readonly type?: string;
}

interface LibraryPair {
  readonly key: LibraryNode | null;
  readonly value: LibraryNode | null;
}

export type KindOf = (node: LibraryNode) => 'map' | 'list' | 'scalar' | 'alias';

interface Tree {
  readonly root: YamlNode | undefined;
  readonly problems: readonly PlanProblem[];
}

/** So many nodes may aliases add to those that are written. */
const MAX_ALIASED_NODES = 100_000;

export function buildTree(root: LibraryNode, kindOf: KindOf): Tree {
  const builder = new TreeBuilder(kindOf);
  const tree = builder.build(root);
  const { tooMany, problems } = builder;
  return tooMany === undefined
    ? { root: tree, problems }
    : { root: undefined, problems: [tooMany] };
}

class TreeBuilder {
  readonly problems: PlanProblem[] = [];
  /** Problem that is set when aliases expand to too much. Later nodes are then discarded. */
  tooMany: PlanProblem | undefined;
  /** Nodes that aliases have added so far. Copying stops at the limit. */
  #aliased = 0;
  #firstAlias: Range | undefined;
  /** Last node with each anchor so far. Undefined while it is being built. */
  readonly #anchors = new Map<string, YamlNode | undefined>();

  readonly #kindOf: KindOf;

  constructor(kindOf: KindOf) {
    this.#kindOf = kindOf;
  }

  build(node: LibraryNode): YamlNode {
    if (this.tooMany !== undefined) {
      return { kind: 'nothing', range: rangeOf(node), broken: true };
    }
    const kind = this.#kindOf(node);
    if (kind === 'alias') {
      return this.#followAlias(node);
    }
    if (node.anchor !== undefined) {
      this.#anchors.set(node.anchor, undefined);
    }
    this.#checkTag(node);
    const built = this.#buildContents(node, kind);
    if (node.anchor !== undefined) {
      this.#anchors.set(node.anchor, built);
    }
    return built;
  }

  #buildContents(node: LibraryNode, kind: 'map' | 'list' | 'scalar'): YamlNode {
    const range = rangeOf(node);
    if (kind === 'map') {
      return this.#buildMap(node, range);
    }
    if (kind === 'list') {
      return this.#buildList(node, range);
    }
    const text = node.source ?? '';
    const quoted = node.type !== 'PLAIN';
    return !quoted && (text === '' || text === '~' || text === 'null')
      ? { kind: 'nothing', range, broken: false }
      : { kind: 'scalar', range, text, quoted };
  }

  #buildList(node: LibraryNode, range: Range): YamlNode {
    const items: YamlItem[] = [];
    let size = 1;
    for (const item of node.items ?? []) {
      if (!isPair(item)) {
        const value = this.build(item);
        items.push({ value, range: rangeOf(item) });
        size += sizeOf(value);
      }
    }
    return { kind: 'list', range, flow: node.flow === true, items, size };
  }

  #buildMap(node: LibraryNode, range: Range): YamlNode {
    const written: YamlEntry[] = [];
    const own = new Map<string, YamlEntry>();
    const merges: YamlNode[] = [];
    let size = 1;
    for (const pair of node.items ?? []) {
      const entry = isPair(pair) ? this.#buildEntry(pair) : undefined;
      if (entry === undefined) {
        continue;
      }
      size += sizeOf(entry.value);
      written.push(entry);
      const first = own.get(entry.key);
      if (entry.key === '<<') {
        merges.push(entry.value);
        this.#checkMerge(entry);
      } else if (first === undefined) {
        own.set(entry.key, entry);
      } else {
        const { key, keyRange } = entry;
        this.#report({
          code: 'plan.duplicate-key',
          range: keyRange,
          args: { key },
          related: [first.keyRange],
        });
      }
    }
    for (const merge of merges) {
      addMerged(own, merge);
    }
    const asWritten = merges.length === 0 && own.size === written.length;
    const entries = asWritten ? written : [...own.values()];
    return { kind: 'map', range, flow: node.flow === true, entries, written, size };
  }

  #buildEntry({ key, value }: LibraryPair): YamlEntry | undefined {
    const built = key === null ? undefined : this.build(key);
    const bare = value === null;
    const contents = value === null ? undefined : this.build(value);
    if (key === null || built === undefined) {
      return undefined;
    }
    const keyRange = rangeOf(key);
    if (built.kind !== 'scalar') {
      if (built.kind !== 'nothing' || !built.broken) {
        this.#report(wrongType(keyRange, describeNode(built), t`a name`, '?'));
      }
      return undefined;
    }
    const end = { start: keyRange.end, end: keyRange.end };
    return {
      key: built.text,
      keyRange,
      keySource: built.range,
      value: contents ?? { kind: 'nothing', range: end, broken: false },
      valueRange: value === null ? end : rangeOf(value),
      bare,
    };
  }

  #checkMerge({ value, valueRange }: YamlEntry): void {
    const parts = value.kind === 'list' ? value.items.map((item) => item.value) : [value];
    const wrong = parts.find(
      (part) => part.kind !== 'map' && !(part.kind === 'nothing' && part.broken),
    );
    if (wrong !== undefined) {
      this.#report(wrongType(valueRange, describeNode(wrong), t`a map, or a list of maps`, '<<'));
    }
  }

  #followAlias(alias: LibraryNode): YamlNode {
    const range = rangeOf(alias);
    const name = alias.source ?? '';
    this.#firstAlias ??= range;
    const node = this.#anchors.get(name);
    if (node !== undefined) {
      this.#count(sizeOf(node), this.#firstAlias);
      return node;
    }
    const problem = this.#anchors.has(name) ? 'cycle' : 'unknown';
    this.#report({ code: 'plan.alias', range, args: { name, problem } });
    return { kind: 'nothing', range, broken: true };
  }

  #count(nodes: number, firstAlias: Range): void {
    this.#aliased += nodes;
    if (this.#aliased > MAX_ALIASED_NODES) {
      const args = { what: 'aliases', limit: MAX_ALIASED_NODES } as const;
      this.tooMany ??= { code: 'plan.too-large', range: firstAlias, args };
    }
  }

  #checkTag(node: LibraryNode): void {
    const tag = node.tag?.replace('tag:yaml.org,2002:', '!!');
    if (tag !== undefined && !STANDARD_TAGS.has(tag)) {
      this.#report(wrongType(rangeOf(node), t`the tag ${tag}`, t`a value without a tag`, tag));
    }
  }

  #report(problem: PlanProblem): void {
    this.problems.push(problem);
  }
}

/** Tags whose type the format expects anyway. */
const STANDARD_TAGS = new Set([
  '!',
  '!!str',
  '!!int',
  '!!float',
  '!!bool',
  '!!null',
  '!!map',
  '!!seq',
]);

/** Describes a node found in the place of another kind. */
export function describeNode(node: YamlNode): string {
  switch (node.kind) {
    case 'map':
      return t`a map`;
    case 'list':
      return t`a list`;
    case 'scalar':
      return `\`${node.text}\``;
    case 'nothing':
      return 'nothing';
  }
}

/** Adds merged entries. A map has fewer entries than nodes, so the limit on aliases bounds them too. */
function addMerged(own: Map<string, YamlEntry>, merge: YamlNode): void {
  const parts = merge.kind === 'list' ? merge.items.map((item) => item.value) : [merge];
  for (const part of new Set(parts)) {
    for (const entry of part.kind === 'map' ? part.entries : []) {
      if (!own.has(entry.key)) {
        own.set(entry.key, entry);
      }
    }
  }
}

function wrongType(range: Range, found: string, expected: string, key: string): PlanProblem {
  return { code: 'plan.wrong-type', range, args: { found, expected, key } };
}

function isPair(item: LibraryPair | LibraryNode): item is LibraryPair {
  return 'key' in item;
}

function rangeOf(node: LibraryNode): Range {
  const [start, end] = node.range ?? [0, 0, 0];
  return { start, end };
}
