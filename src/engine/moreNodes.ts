/** Whether more nodes than a scenario has may meet what it misses: nobody waits then, and requests are alone on servers. */
import type { ScenarioAssessment, TargetVerdict } from './assessment';
import type { Figure } from './figure';
import { judgeServing } from './judgeFleet';
import { modelServer } from './operate';
import type { Objective, Target } from './plan';
import { plentyOfNodes } from './sizing';

/**
 * The objectives that what is known does not decide however many nodes there are, of a scenario that they are added to
 * for its target; empty where one is missed whatever their number.
 */
export function undecidedOnMoreNodes(scenario: ScenarioAssessment): readonly Objective[] {
  const { target } = scenario.scenario;
  const judged = target && judgeOnPlenty(scenario, target);
  if (judged?.outcome !== 'unknown') return [];
  return judged.objectives
    .filter(({ outcome }) => outcome === 'unknown')
    .map(({ objective }) => objective);
}

/** What an objective has on so many nodes that more change nothing, where it is missed even there. */
export function missedOnAnyNodes(
  scenario: ScenarioAssessment,
  target: Target,
  objective: Objective,
): Figure | undefined {
  const judged = judgeOnPlenty(scenario, { ...target, objectives: [objective] });
  return judged?.outcome === 'misses' ? judged.objectives[0]?.figure : undefined;
}

function judgeOnPlenty(
  { scenario: { workload, policy }, engine, parallel, servingNodes }: ScenarioAssessment,
  target: Target,
): TargetVerdict | undefined {
  if (!workload || !servingNodes) return undefined;
  const model = modelServer(engine, parallel.value, workload);
  const plenty = plentyOfNodes(model, Math.max(1, servingNodes.value), policy);
  return judgeServing(model, plenty, target, policy);
}
