/** Whether more nodes than a scenario is sized to may meet the target that it misses: a bound may leave that open. */
import type { ScenarioAssessment } from './assessment';
import { judgeServing } from './judgeFleet';
import { modelServer } from './operate';
import type { Objective } from './plan';
import { plentyOfNodes } from './sizing';

/**
 * The objectives that what is known does not decide however many nodes there are, of a scenario that they are added to
 * for its target; empty where one is missed whatever their number.
 */
export function undecidedOnMoreNodes({
  scenario: { workload, target, policy },
  engine,
  parallel,
  servingNodes,
}: ScenarioAssessment): readonly Objective[] {
  if (!workload || !target || !servingNodes) return [];
  const model = modelServer(engine, parallel.value, workload);
  const plenty = plentyOfNodes(model, Math.max(1, servingNodes.value), policy);
  const { outcome, objectives } = judgeServing(model, plenty, target, policy);
  if (outcome !== 'unknown') return [];
  return objectives.filter((each) => each.outcome === outcome).map(({ objective }) => objective);
}
