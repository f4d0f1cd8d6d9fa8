/** Tells if two texts of YAML are read alike: the same tree, written in the same styles, and the same comments. */
import { readComments, readYaml } from '../../plan/yamlReader';
import type { YamlEntry, YamlNode } from '../../plan/yamlTree';

/** Returns false if one of the texts is no valid YAML. */
export function meansTheSame(before: string, after: string): boolean {
  const [a, b] = [readYaml(before), readYaml(after)];
  if (!a.root || !b.root || a.problems.length !== b.problems.length) return false;
  return isSameNode(a.root, b.root, new Map()) && commentsOf(before) === commentsOf(after);
}

function commentsOf(text: string): string {
  return readComments(text)
    .map((comment) => comment.text.trimEnd())
    .join('\n');
}

/** @param seen Nodes that were compared: an anchor is compared once, and not at each of its aliases. */
function isSameNode(a: YamlNode, b: YamlNode, seen: Map<YamlNode, YamlNode>): boolean {
  const before = seen.get(a);
  if (before) return before === b;
  seen.set(a, b);
  if (a.kind === 'scalar' && b.kind === 'scalar') return a.text === b.text && a.quoted === b.quoted;
  if (a.kind === 'map' && b.kind === 'map') {
    const same = (one: YamlEntry, index: number): boolean => {
      const other = b.written[index];
      return one.key === other?.key && isSameNode(one.value, other.value, seen);
    };
    return a.flow === b.flow && a.written.length === b.written.length && a.written.every(same);
  }
  if (a.kind === 'list' && b.kind === 'list') {
    const same = ({ value }: { readonly value: YamlNode }, index: number): boolean => {
      const other = b.items[index];
      return other !== undefined && isSameNode(value, other.value, seen);
    };
    return a.flow === b.flow && a.items.length === b.items.length && a.items.every(same);
  }
  return a.kind === 'nothing' && b.kind === 'nothing';
}
