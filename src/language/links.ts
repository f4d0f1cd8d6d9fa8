/** Finds the links of a plan: addresses of sources, and the `config.json` files of models. */
import { isConfigPath } from '../engine/plan/configPath';
import type { PlanDocument } from '../plan/document';
import { isInside } from '../plan/planFiles';
import type { Range } from '../plan/range';
import type { YamlNode } from '../plan/yamlTree';
import { withoutQuotes } from './names/occurrences';

export interface Link {
  readonly range: Range;
  /** An address with its scheme, or the path of a file beside the plan. */
  readonly to: { readonly address: string } | { readonly path: string };
}

/** Keys whose value may be an address. */
const SOURCES: ReadonlySet<string> = new Set(['url', 'from', 'source']);
const ADDRESS = /^https?:\/\/[^\s/]\S*$/i;

/** Returns the links in the order of the text. An aliased value has one link, where it is written. */
export function linksIn({ tree, text }: PlanDocument): readonly Link[] {
  const links = new Map<number, Link>();
  const seen = new Set<YamlNode>();
  const visit = (node: YamlNode, key: string): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'map') for (const entry of node.written) visit(entry.value, entry.key);
    else if (node.kind === 'list') for (const item of node.items) visit(item.value, key);
    else if (node.kind === 'scalar') {
      const to = targetOf(key, node.text);
      const range = withoutQuotes(text, node.range);
      if (to) links.set(range.start, { range, to });
    }
  };
  if (tree) visit(tree, '');
  return [...links.values()].sort((a, b) => a.range.start - b.range.start);
}

function targetOf(key: string, text: string): Link['to'] | undefined {
  if (SOURCES.has(key) && ADDRESS.test(text)) return { address: text };
  const isFile = (key === 'model' && isConfigPath(text)) || (key === 'from' && hasExtension(text));
  return isFile && isInside(text) ? { path: text } : undefined;
}

function hasExtension(text: string): boolean {
  return /[^\s/]\.[a-z][a-z\d]{1,7}$/i.test(text) && !/[\s*]/.test(text);
}
