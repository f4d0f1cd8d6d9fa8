/** Builds the edits that give values of a text another text, each in its place. */
import type { Range } from '../range';
import type { YamlEntry, YamlItem, YamlMap, YamlNode } from '../yamlTree';
import type { Changes } from './changes';
import { flowText, overrideText } from './flowText';
import { insertEntries } from './insertEntries';
import { rewriteScalar } from './scalarText';
import type { TextEdit } from './textEdit';

/** Returns undefined if a change cannot be written. */
export function editTree(
  text: string,
  root: YamlNode,
  changes: Changes,
): readonly TextEdit[] | undefined {
  const editor = new TreeEditor(text);
  return editor.edit(root, root.range, changes, false) ? editor.edits : undefined;
}

class TreeEditor {
  readonly edits: TextEdit[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** @param range Place where the node is written. For an alias it is the `*name`. */
  edit(node: YamlNode, range: Range, changes: Changes, inFlow: boolean): boolean {
    const isAlias = node.range.start !== range.start || node.range.end !== range.end;
    if (changes.text !== undefined) {
      return this.#editScalar(node, range, changes.text, isAlias, inFlow);
    }
    if (isAlias) {
      return this.#editAlias(node, range, changes);
    }
    switch (node.kind) {
      case 'map':
        return this.#editMap(node, changes, inFlow);
      case 'list':
        return this.#editList(node, changes, inFlow);
      case 'nothing':
        return this.#fillNothing(node, range, flowText(undefined, changes));
      case 'scalar':
        return false;
    }
  }

  #editScalar(
    node: YamlNode,
    range: Range,
    text: string,
    isAlias: boolean,
    inFlow: boolean,
  ): boolean {
    if (node.kind === 'map' || node.kind === 'list') {
      return false;
    }
    const old = this.#text.slice(range.start, range.end);
    if (node.kind === 'nothing' && !isAlias) {
      return this.#fillNothing(node, range, rewriteScalar(text, '', inFlow));
    }
    // A block scalar ends with the line: its line end stays.
    const end = range.start + old.trimEnd().length;
    return this.#replace(
      { start: range.start, end },
      rewriteScalar(text, isAlias ? '' : old, inFlow),
    );
  }

  /** Edits an alias. The anchor keeps its value for all other aliases. */
  #editAlias(node: YamlNode, range: Range, changes: Changes): boolean {
    if (node.kind === 'scalar') {
      return false;
    }
    const alias = this.#text.slice(range.start, range.end);
    return this.#replace(
      range,
      node.kind === 'map' && !changes.copied
        ? overrideText(alias, node, changes)
        : flowText(node, changes),
    );
  }

  /** Fills a place where nothing is written, or `~` or `null`. */
  #fillNothing(node: YamlNode, range: Range, text: string): boolean {
    if (node.kind !== 'nothing' || node.broken) {
      return false;
    }
    if (range.end > range.start) {
      return this.#replace(range, text);
    }
    const colon = this.#text.lastIndexOf(':', range.start);
    return colon >= 0 && this.#replace({ start: colon + 1, end: colon + 1 }, ` ${text}`);
  }

  #editMap(map: YamlMap, changes: Changes, inFlow: boolean): boolean {
    const missing: [key: string, node: YamlNode | undefined][] = [];
    for (const [key, inner] of changes.inner) {
      const own = map.written.find((entry) => entry.key === key);
      if (own === undefined || key === '<<') {
        missing.push([key, map.entries.find((entry) => entry.key === key)?.value]);
      } else if (!this.#editEntry(own, inner, inFlow || map.flow)) {
        return false;
      }
    }
    if (missing.length === 0) {
      return true;
    }
    const edit = insertEntries(this.#text, map, missing, changes, inFlow);
    return edit !== undefined && this.#replace(edit, edit.text);
  }

  #editEntry({ value, valueRange, bare }: YamlEntry, changes: Changes, inFlow: boolean): boolean {
    // `{ a }` has no colon to write after.
    return !bare && this.edit(value, valueRange, changes, inFlow);
  }

  #editList(
    { items, flow }: Extract<YamlNode, { kind: 'list' }>,
    changes: Changes,
    inFlow: boolean,
  ) {
    return [...changes.inner].every(([step, inner]) => {
      const item: YamlItem | undefined = /^\d+$/.test(step) ? items[Number(step)] : undefined;
      return item !== undefined && this.edit(item.value, item.range, inner, inFlow || flow);
    });
  }

  #replace({ start, end }: Range, text: string): boolean {
    this.edits.push({ start, end, text });
    return true;
  }
}
