/** Computes how many nodes a scenario needs, as a figure that shows its formula. */
import { joinBounds, roundedBound } from '../figure/bounds';
import type { Figure, FormulaInputs } from '../figure/figure';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import { predictService, type ServerModel } from './operate';
import type { Policy } from '../plan/plan';
import { withCaveats, withoutCaveat } from '../figure/provenance';
import { serviceLatency } from './fleetFigures';
import type { SlotSizing } from './sizing';
import { peakRateFigure, thinkTimeFigure, usersFigure } from './workload';

/** Nodes with a slot for every request in flight, `spare` ones included. */
export function nodesForSlotsFigure(
  model: ServerModel,
  sizing: SlotSizing,
  parallel: Figure,
  policy: Policy,
): Figure {
  const { workload } = model;
  const total = sizing.nodes + policy.spare.value;
  const serversPerNode = statedFigure(model.engine.spec.servers, 'servers/node', 'servers');
  const spare = statedFigure(policy.spare, 'nodes', 'spare');
  if (workload.kind === 'closed' && workload.thinkTimeSeconds.value === 0) {
    const users = usersFigure(workload);
    const simple =
      policy.headroom.value === 0 && policy.spare.value === 0 && serversPerNode.value === 1;
    if (simple) return deriveFigure('nodes.slots', total, 'nodes', { users, parallel });
    const headroom = statedFigure(policy.headroom, 'share', 'headroom');
    const inputs = { users, parallel, headroom, serversPerNode, spare };
    return deriveFigure('nodes.slotsFull', total, 'nodes', inputs);
  }
  const { value, load } = sizing.mostPerServer;
  const service = predictService(model, load);
  if (!service) return constantFigure(total, 'nodes');
  const byBalance = serviceLatency(model, service, load);
  const provenance = withCaveats(byBalance.provenance, ['balance-only']);
  const latency = { ...byBalance, provenance };
  const at = loadFigure(model, load, parallel, policy);
  const perNode = { serversPerNode, spare };
  const bound = roundedBound(latency.bound);
  if (workload.kind === 'open') {
    const inputs = { load: at, latency };
    const arrivalsPerServer = deriveFigure('arrivals.perServer', value, 'requests/s', inputs);
    const rate = peakRateFigure(workload);
    return deriveFigure(
      'nodes.open',
      total,
      'nodes',
      { rate, arrivalsPerServer, ...perNode },
      bound,
    );
  }
  const inputs = { load: at, thinkTime: thinkTimeFigure(workload), latency };
  const usersPerServer = deriveFigure('users.perServer', value, 'users', inputs);
  const users = usersFigure(workload);
  return deriveFigure('nodes.closed', total, 'nodes', { users, usersPerServer, ...perNode }, bound);
}

/**
 * Nodes that also meet the target, or come nearest to it, `spare` ones included.
 * @param evidence Figures of the objectives on these nodes, by their kind. The number of nodes is as well known as they
 * are.
 */
export function nodesForTargetFigure(
  forSlots: Figure,
  serving: number,
  policy: Policy,
  evidence: FormulaInputs,
  formula: 'nodes.forTarget' | 'nodes.forBand' | 'nodes.nearest' = 'nodes.forTarget',
): Figure {
  const total = serving + policy.spare.value;
  if (total === forSlots.value) return forSlots;
  const spare = statedFigure(policy.spare, 'nodes', 'spare');
  const bounds = Object.values(evidence).map((figure) => figure.bound);
  const bound = bounds.reduce(joinBounds, forSlots.bound);
  // The figures of the evidence have the queueing that the nodes for the slots lack.
  const nodesForSlots = withoutCaveat(forSlots, 'balance-only');
  const inputs = { nodesForSlots, spare, ...evidence };
  return deriveFigure(formula, total, 'nodes', inputs, roundedBound(bound));
}

/**
 * Load that a server is sized for: its slots less the headroom, or a heavier load that allows fewer users or arrivals.
 */
function loadFigure(model: ServerModel, load: number, parallel: Figure, policy: Policy): Figure {
  const mostLoad = model.parallel * (1 - policy.headroom.value);
  if (load !== mostLoad) return constantFigure(load, 'requests/server');
  if (policy.headroom.value === 0) return { ...parallel, unit: 'requests/server' };
  const headroom = statedFigure(policy.headroom, 'share', 'headroom');
  return deriveFigure('load.withHeadroom', load, 'requests/server', { parallel, headroom });
}
