/** Counts the servers that an observation covers: one, unless it names `servers` or `nodes`. */
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import type { Engine, Observation } from '../plan/plan';

/** Number of servers: as stated, or all those of the stated nodes, or one. */
export function observedServers(
  { servers, nodes }: Observation,
  engine: Pick<Engine, 'servers'>,
): number {
  if (servers) return servers.value;
  return nodes.path === undefined ? 1 : nodes.value * engine.servers.value;
}

export function observedServersFigure(observation: Observation, engine: Engine): Figure {
  const { servers, nodes: stated } = observation;
  if (servers) return statedFigure(servers, 'servers', 'servers');
  if (isCountAssumed(observation, engine)) return constantFigure(1, 'servers');
  const nodes = statedFigure(stated, 'nodes', 'nodes');
  const serversPerNode = statedFigure(engine.servers, 'servers/node', 'servers');
  const total = nodes.value * serversPerNode.value;
  return deriveFigure('servers.total', total, 'servers', { nodes, serversPerNode });
}

/** Tells if the plan leaves open whether one server or a whole node was observed. */
export function isCountAssumed(
  { servers, nodes }: Observation,
  engine: Pick<Engine, 'servers'>,
): boolean {
  return !servers && nodes.path === undefined && engine.servers.value > 1;
}
