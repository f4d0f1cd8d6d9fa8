/** Memory and bandwidth of one server: as the plan states them for its node, or from the GPU catalog. */
import { findGpu } from '../catalog/catalog';
import type { Figure, Unit } from '../figure/figure';
import { catalogFigure, deriveFigure, statedFigure } from '../figure/figures';
import type { Engine, NodeType } from '../plan/plan';
import { ceilForgiving, clearlyLess } from '../util/rounding';

/** Bytes of GPU memory of one server; undefined if neither plan nor catalog has them, or the node has too few GPUs. */
export function serverMemory(engine: Engine): Figure | undefined {
  return partOfServer(engine, 'bytes', 'memoryBytes', (gpus) => gpus);
}

/** Bytes of GPU memory of one server as they are sold, or as the plan states them; 0 if neither is known. */
export function soldMemory(engine: Engine): number {
  const { node } = engine;
  if (!node) return 0;
  const { gpu, gpus, memoryBytes } = node;
  const one = (gpu && findGpu(gpu.value)?.soldGB) ?? 0;
  const whole = memoryBytes?.value ?? one * 1e9 * gpus.value;
  return (whole * Math.min(gpusOfServer(engine, node), gpus.value)) / gpus.value;
}

/**
 * Most bytes per second that one server may have. Under tensor parallelism the bandwidth of its GPUs adds up. A GPU
 * that several servers share is fully available to one while the others are idle.
 */
export function serverBandwidth(engine: Engine): Figure | undefined {
  return partOfServer(engine, 'bytes/s', 'bandwidthBytesPerSecond', (gpus) => ceilForgiving(gpus));
}

/**
 * GPUs of one server: 0.5 if two share one. By default the servers share all of the node's evenly. All servers together
 * never have more than the node.
 */
export function gpusOfServer({ gpusPerServer, servers }: Engine, node: NodeType): number {
  const shared = node.gpus.value / servers.value;
  return Math.min(gpusPerServer?.value ?? shared, shared);
}

/** GPUs that all servers of a node would take; undefined unless the engine gives them more than the node has. */
export function tooManyGpus({ gpusPerServer, servers, node }: Engine): number | undefined {
  if (!node || !gpusPerServer) return undefined;
  const taken = gpusPerServer.value * servers.value;
  return clearlyLess(node.gpus.value, taken) ? taken : undefined;
}

/** Quantities that a plan may state for a node, and the catalog for one GPU. */
type Quantity = 'memoryBytes' | 'bandwidthBytesPerSecond';

/**
 * Share of a node's quantity that one server has.
 * @param partOf GPUs whose quantity counts, out of those that a server has.
 */
function partOfServer(
  engine: Engine,
  unit: Unit,
  quantity: Quantity,
  partOf: (gpus: number) => number,
): Figure | undefined {
  const { node } = engine;
  // A node without enough GPUs for its servers has no defined share.
  if (tooManyGpus(engine) !== undefined) return undefined;
  const whole = node && wholeNode(node, unit, quantity);
  if (!whole) return undefined;
  const { gpusPerServer } = engine;
  const all = node.gpus.value;
  const own = Math.min(partOf(gpusOfServer(engine, node)), all);
  if (own === all) return whole;
  const isStated = gpusPerServer?.value === own;
  return deriveFigure('hardware.ofServer', (whole.value * own) / all, unit, {
    whole,
    own: statedFigure(
      isStated ? gpusPerServer : { value: own, path: undefined },
      'factor',
      'servers',
    ),
    gpus: statedFigure(node.gpus, 'factor', 'gpus'),
  });
}

function wholeNode(node: NodeType, unit: Unit, quantity: Quantity): Figure | undefined {
  const { gpu, gpus } = node;
  const stated = node[quantity];
  if (stated) return statedFigure(stated, unit, 'memory');
  const found = gpu && findGpu(gpu.value);
  if (!found) return undefined;
  const one = catalogFigure(found[quantity], unit, found.name);
  if (gpus.value === 1) return one;
  const count = statedFigure(gpus, 'factor', 'gpus');
  return deriveFigure('hardware.ofNode', one.value * gpus.value, unit, { one, gpus: count });
}
