/**
 * Tells if a scenario can run as planned and serves its users. The verdict on a target may show neither: rejecting few
 * enough requests meets a limit on rejections. Every search for the cheapest option has to check this too.
 */
import { turnsManyAway } from '../fleet/turnedAway';
import { exceedsMemory } from '../hardware/memory';
import { exceedsSlots } from '../hardware/singleSlot';
import type { TargetVerdict } from '../verdict/verdict';
import type { ScenarioAssessment } from './assessment';

/**
 * Obstacles. `memory`: a server has too little of it. `single-slot`: it has one slot, not those planned. `turns-away`:
 * for lack of room, requests are rejected.
 */
export type Obstacle = 'memory' | 'single-slot' | 'turns-away';

/**
 * Obstacle of a scenario; undefined without one.
 * @param verdict Verdict on a target. Rejections up to the target's limit are allowed.
 */
export function obstacleOf(
  scenario: ScenarioAssessment,
  verdict?: TargetVerdict,
): Obstacle | undefined {
  if (exceedsMemory(scenario)) return 'memory';
  if (exceedsSlots(scenario.parallel, scenario.engine.spec)) return 'single-slot';
  return turnsAway(scenario) && !allowsRejections(verdict) ? 'turns-away' : undefined;
}

/** Tells if a scenario meets the target without an obstacle. */
export function meetsAndRuns(
  scenario: ScenarioAssessment,
  verdict: TargetVerdict | undefined,
): boolean {
  return verdict?.outcome === 'meets' && obstacleOf(scenario, verdict) === undefined;
}

/** Tells if many requests are rejected. Good answers for a few requests do not show what it takes to answer all. */
function turnsAway({ isFull, turnedAway }: ScenarioAssessment): boolean {
  return isFull || turnsManyAway(turnedAway);
}

function allowsRejections(verdict: TargetVerdict | undefined): boolean {
  return (verdict?.objectives ?? []).some(
    ({ objective, outcome }) => objective.kind === 'rejected' && outcome === 'meets',
  );
}
