/** Reads the node types that an engine runs on: one, or several with the same GPUs. */
import { t } from '@vscode/l10n';
import { findGpu } from '../../engine/catalog/catalog';
import { priceOf } from '../../engine/fleet/cost';
import type { Engine, NodeType } from '../../engine/plan/plan';
import { NODE_NAMES } from '../fields/nodeNames';
import { joinPath } from '../keyPath';
import { noSuchValue } from '../quantities/outcome';
import type { ProblemLog } from './problemLog';
import { readScalar, type Located } from './readMap';
import { reportWrongType, type ReadContext } from './readContext';
import { resolve } from './references';

interface Listed {
  readonly node: NodeType;
  readonly name: Located<string>;
}

/** The cheapest counts. Its figures are those of the others too, but for the costs. */
export function readEngineNodes(
  context: ReadContext | undefined,
  nodes: ReadonlyMap<string, NodeType>,
  log: ProblemLog,
): Pick<Engine, 'node' | 'nodePath' | 'otherNodes'> {
  const listed = context ? namesIn(context, log) : [];
  const found = listed.flatMap((name): Listed[] => {
    const node = resolve(name, 'node', nodes, log);
    return node ? [{ node, name }] : [];
  });
  const [cheapest, ...others] = cheapestFirst(withSameGpus(found, log));
  return {
    node: cheapest?.node,
    nodePath: cheapest?.name.path ?? context?.path,
    ...(others.length > 0 && {
      otherNodes: others.map(({ node, name }) => ({ node, path: name.path })),
    }),
  };
}

function namesIn(context: ReadContext, log: ProblemLog): readonly Located<string>[] {
  const { node } = context;
  if (node.kind === 'scalar') {
    const name = readScalar(context, NODE_NAMES.of, 'node', log);
    return name ? [name] : [];
  }
  if (node.kind !== 'list' || node.items.length === 0) {
    reportWrongType(log, context, t(NODE_NAMES.expected));
    return [];
  }
  return node.items.flatMap(({ value, range }, index) => {
    const item = { node: value, path: joinPath(context.path, index), range };
    return readScalar(item, NODE_NAMES.of, 'node', log) ?? [];
  });
}

/** Without the nodes that differ from the first, each of which has its problem, and without repetitions. */
function withSameGpus(found: readonly Listed[], log: ProblemLog): readonly Listed[] {
  const [first] = found;
  if (!first) return [];
  const unique = found.filter(
    ({ node }, index) => found.findIndex((other) => other.node === node) === index,
  );
  return unique.filter(({ node, name: { value, path, range } }) => {
    if (hasSameGpus(first.node, node)) return true;
    const expected = t`a node with the GPUs of ${first.node.name} (${gpusOf(first.node)}): ${value} has ${gpusOf(node)}`;
    log.addUnread(path);
    log.add({ ...noSuchValue(value, 'node', expected).issue, range, path });
    return false;
  });
}

function hasSameGpus(a: NodeType, b: NodeType): boolean {
  const [first, second] = [a, b].map(({ gpu }) => gpu && (findGpu(gpu.value) ?? gpu.value));
  return (
    first === second &&
    a.gpus.value === b.gpus.value &&
    a.memoryBytes?.value === b.memoryBytes?.value &&
    a.bandwidthBytesPerSecond?.value === b.bandwidthBytesPerSecond?.value
  );
}

function gpusOf({ gpu, gpus }: NodeType): string {
  return gpu ? `${gpus.value} × ${gpu.value}` : t`${gpus.value} × a GPU without a name`;
}

/** Nodes without a price, or with one in another currency than the first, come last. */
function cheapestFirst(listed: readonly Listed[]): readonly Listed[] {
  const currency = listed.find(({ node }) => node.price)?.node.price?.currency;
  const amountOf = ({ node }: Listed): number =>
    node.price?.currency === currency ? (priceOf(node)?.value ?? Infinity) : Infinity;
  return [...listed].sort((a, b) =>
    amountOf(a) < amountOf(b) ? -1 : amountOf(a) > amountOf(b) ? 1 : 0,
  );
}
