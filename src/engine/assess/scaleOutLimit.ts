/**
 * Finds objectives that more nodes may still meet. At the limit nobody waits, and each request has a server to itself.
 */
import type { Figure } from '../figure/figure';
import { modelServer } from '../fleet/operate';
import { unloadedNodes } from '../fleet/sizing';
import type { Objective, Target } from '../plan/plan';
import { judgeServing } from '../verdict/judgeFleet';
import type { TargetVerdict } from '../verdict/verdict';
import type { ScenarioAssessment } from './assessment';

/**
 * Objectives that stay undecided with any number of nodes. The scenario must be sized for its target. Empty if one of
 * them is missed with any number.
 */
export function undecidedWhenScaledOut(scenario: ScenarioAssessment): readonly Objective[] {
  const { target } = scenario.spec;
  const judged = target && judgeScaledOut(scenario, target);
  if (judged?.outcome !== 'unknown') return [];
  return judged.objectives
    .filter(({ outcome }) => outcome === 'unknown')
    .map(({ objective }) => objective);
}

/** Figure of an objective with so many nodes that more change nothing; undefined unless it is missed even there. */
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
