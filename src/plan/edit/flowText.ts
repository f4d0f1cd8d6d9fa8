/** Writes a part of a plan in braces, if the target of an alias gets values of its own. */
import type { YamlNode } from '../yamlTree';
import { writeScalar } from './scalarText';
import { NO_CHANGES, type Changes } from './changes';

/** @param changes Values that differ from the node's. */
export function flowText(node: YamlNode | undefined, changes: Changes): string {
  if (changes.text !== undefined) return writeScalar(changes.text, true);
  if (node?.kind === 'list')
    return listText(
      node.items.map(({ value }) => value),
      changes,
    );
  if (node?.kind === 'map' || changes.inner.size > 0) {
    const entries = node?.kind === 'map' ? node.entries : [];
    const own = entries.map(({ key, value }) => [key, value] as const);
    const added = [...changes.inner.keys()].filter((key) => !own.some(([name]) => name === key));
    const all = [...own, ...added.map((key) => [key, undefined] as const)];
    return braces(all.map(([key, value]) => pairText(key, value, changes)));
  }
  return node?.kind === 'scalar' ? scalarText(node.text, node.quoted) : 'null';
}

/** Returns `{ <<: *name, key: text }`: everything of the alias, with some keys overridden. */
export function overrideText(alias: string, node: YamlNode, changes: Changes): string {
  const inner = [...changes.inner.keys()].map((key) => {
    const value =
      node.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
    return pairText(key, value, changes);
  });
  return braces([`<<: ${alias}`, ...inner]);
}

/** Returns `key: text`, with its changes. */
export function pairText(key: string, node: YamlNode | undefined, changes: Changes): string {
  const value = flowText(node, changes.inner.get(key) ?? NO_CHANGES);
  return `${writeScalar(key, true)}: ${value}`;
}

function listText(items: readonly YamlNode[], changes: Changes): string {
  const texts = items.map((item, index) =>
    flowText(item, changes.inner.get(String(index)) ?? NO_CHANGES),
  );
  return `[${texts.join(', ')}]`;
}

/** Writes a scalar. A quoted text stays quoted: `"null"` is a text. */
function scalarText(text: string, quoted: boolean): string {
  const written = writeScalar(text, true);
  return quoted && written === text ? JSON.stringify(text) : written;
}

function braces(pairs: readonly string[]): string {
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}
