/** Whether more nodes than a scenario has may meet what it misses: nobody waits then, and requests are alone on servers. */
import type { Figure } from '../figure/figure';
import { modelServer } from '../fleet/operate';
import { unloadedNodes } from '../fleet/sizing';
import type { Objective, Target } from '../plan/plan';
import { judgeServing } from '../verdict/judgeFleet';
import type { TargetVerdict } from '../verdict/verdict';
import type { ScenarioAssessment } from './assessment';

/**
 * The objectives that what is known does not decide however many nodes there are, of a scenario that they are added to
 * for its target; empty where one is missed whatever their number.
 */
export function undecidedWhenScaledOut(scenario: ScenarioAssessment): readonly Objective[] {
  const { target } = scenario.spec;
  const judged = target && judgeScaledOut(scenario, target);
  if (judged?.outcome !== 'unknown') return [];
  return judged.objectives
    .filter(({ outcome }) => outcome === 'unknown')
    .map(({ objective }) => objective);
}

/** What an objective has on so many nodes that more change nothing, where it is missed even there. */
export function missedWhenScaledOut(
  scenario: ScenarioAssessment,
  target: Target,
  objective: Objective,
): Figure | undefined {
  const judged = judgeScaledOut(scenario, { ...target, objectives: [objective] });
  return judged?.outcome === 'misses' ? judged.objectives[0]?.figure : undefined;
}

function judgeScaledOut(
  { spec: { workload, policy }, engine, parallel, servingNodes }: ScenarioAssessment,
  target: Target,
): TargetVerdict | undefined {
  if (!workload || !servingNodes) return undefined;
  const model = modelServer(engine, parallel.value, workload);
  const unloaded = unloadedNodes(model, Math.max(1, servingNodes.value), policy);
  return judgeServing(model, unloaded, target, policy);
}
