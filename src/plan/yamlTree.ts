/** Tree of a plan's YAML, independent of the library that read it: aliases followed, merge keys applied. */
import type { Range } from './range';

export type YamlNode = YamlMap | YamlList | YamlScalar | YamlNothing;

export interface YamlMap {
  readonly kind: 'map';
  readonly range: Range;
  /** Set for `{ … }` rather than one key a line. */
  readonly flow: boolean;
  /** Effective entries: the first of each key, then those of merge keys. */
  readonly entries: readonly YamlEntry[];
  /** Entries as written, in order, including `<<` and repeated keys. */
  readonly written: readonly YamlEntry[];
  /** Nodes in it. Those behind aliases count each time. */
  readonly size: number;
}

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: Range;
  /** Range where the key's text is written: that of its anchor, if the key is an alias. */
  readonly keySource: Range;
  readonly value: YamlNode;
  /** Range where the value is written. For an alias it is the `*name` itself. */
  readonly valueRange: Range;
  /** Set if there is no colon, as in `{ a, b: 1 }`. */
  readonly bare: boolean;
}

interface YamlList {
  readonly kind: 'list';
  readonly range: Range;
  /** Set for `[ … ]` rather than one item a line. */
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
  /** Text as written, without quotes: `1.50` stays `1.50`, `0x10` stays `0x10`. */
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

// Maps of a plan are small, except those of names (scenarios): an index pays from here on.
const SMALL = 8;
const indexes = new WeakMap<YamlMap, ReadonlyMap<string, YamlEntry>>();

/** Returns the entry of a map with that key. */
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
