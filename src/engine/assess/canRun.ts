/**
 * Whether a scenario can be run as it is planned, and serves those who ask. The verdict on a target may say nothing of
 * either: a limit of rejections is kept by turning few enough away. Who looks for the cheapest that meets a target asks here.
 */
import { turnsManyAway } from '../fleet/turnedAway';
import { exceedsMemory } from '../hardware/memory';
import { exceedsSlots } from '../hardware/singleSlot';
import type { TargetVerdict } from '../verdict/verdict';
import type { ScenarioAssessment } from './assessment';

/**
 * `memory`: a server has too little of it; `single-slot`: it has one slot, not those planned; `turns-away`: for lack
 * of room requests are not answered at all.
 */
export type Obstacle = 'memory' | 'single-slot' | 'turns-away';

/** @param verdict A target that limits what may be turned away allows it up to there. */
export function obstacleOf(
  scenario: ScenarioAssessment,
  verdict?: TargetVerdict,
): Obstacle | undefined {
  if (exceedsMemory(scenario)) return 'memory';
  if (exceedsSlots(scenario.parallel, scenario.engine.spec)) return 'single-slot';
  return turnsAway(scenario) && !allowsRejections(verdict) ? 'turns-away' : undefined;
}

/** It meets the target, and nothing keeps it from running. */
export function meetsAndRuns(
  scenario: ScenarioAssessment,
  verdict: TargetVerdict | undefined,
): boolean {
  return verdict?.outcome === 'meets' && obstacleOf(scenario, verdict) === undefined;
}

/** What is answered for few says nothing of what it takes to answer all. */
function turnsAway({ isFull, turnedAway }: ScenarioAssessment): boolean {
  return isFull || turnsManyAway(turnedAway);
}

function allowsRejections(verdict: TargetVerdict | undefined): boolean {
  return (verdict?.objectives ?? []).some(
    ({ objective, outcome }) => objective.kind === 'rejected' && outcome === 'meets',
  );
}
