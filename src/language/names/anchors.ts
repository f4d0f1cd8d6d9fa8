/** Finds anchors of YAML (`&name`) with the aliases (`*name`) that refer to them. */
import type { Range } from '../../plan/range';
import { readAnchors } from '../../plan/yamlReader';

export interface AnchorGroup {
  readonly name: string;
  /** Range of the name, without its sign. */
  readonly anchor: Range;
  readonly aliases: readonly Range[];
}

/** An alias refers to the last anchor of its name before it. Aliases without one are left out. */
export function anchorGroups(text: string): readonly AnchorGroup[] {
  if (!text.includes('&')) return [];
  const groups: (AnchorGroup & { readonly aliases: Range[] })[] = [];
  const latest = new Map<string, (typeof groups)[number]>();
  for (const { name, range, isAlias } of readAnchors(text)) {
    if (isAlias) {
      latest.get(name)?.aliases.push(range);
    } else {
      const group = { name, anchor: range, aliases: [] };
      latest.set(name, group);
      groups.push(group);
    }
  }
  return groups;
}
