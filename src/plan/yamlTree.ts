/** What a plan's YAML holds, free of the library that read it: aliases followed, merge keys applied. */
import type { Range } from './range';

export type YamlNode = YamlMap | YamlList | YamlScalar | YamlNothing;

export interface YamlMap {
  readonly kind: 'map';
  readonly range: Range;
  /** `{ … }` rather than one key a line. */
  readonly flow: boolean;
  /** What counts: the first of each key, then what merge keys bring. */
  readonly entries: readonly YamlEntry[];
  /** What stands there, in order: `<<` and repeated keys too. */
  readonly written: readonly YamlEntry[];
  /** Nodes in it, those behind aliases counted each time. */
  readonly size: number;
}

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: YamlNode;
  /** Where the value is written: of an alias the `*name` itself. */
  readonly valueRange: Range;
  /** Without a colon, as in `{ a, b: 1 }`. */
  readonly bare: boolean;
}

interface YamlList {
  readonly kind: 'list';
  readonly range: Range;
  /** `[ … ]` rather than one item a line. */
  readonly flow: boolean;
  readonly items: readonly YamlItem[];
  readonly size: number;
}

export interface YamlItem {
  readonly value: YamlNode;
  readonly range: Range;
}

interface YamlScalar {
  readonly kind: 'scalar';
  readonly range: Range;
  /** As written, without quotes: `1.50` stays `1.50`, `0x10` stays `0x10`. */
  readonly text: string;
  readonly quoted: boolean;
}

/** No value: half typed, `~` or `null`. `broken` where a problem has been reported for what stands there. */
interface YamlNothing {
  readonly kind: 'nothing';
  readonly range: Range;
  readonly broken: boolean;
}

export function sizeOf(node: YamlNode): number {
  return node.kind === 'map' || node.kind === 'list' ? node.size : 1;
}

// Maps of a plan are small, bar those of names (scenarios): an index pays from here on.
const SMALL = 8;
const indexes = new WeakMap<YamlMap, ReadonlyMap<string, YamlEntry>>();

/** The entry of a map with that key. */
export function findEntry(map: YamlMap, key: string): YamlEntry | undefined {
  if (map.entries.length <= SMALL) {
    return map.entries.find((entry) => entry.key === key);
  }
  let index = indexes.get(map);
  if (index === undefined) {
    index = new Map(map.entries.map((entry) => [entry.key, entry]));
    indexes.set(map, index);
  }
  return index.get(key);
}
