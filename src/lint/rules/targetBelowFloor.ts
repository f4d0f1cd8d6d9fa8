/** A target that the hardware of scenarios held to it cannot keep, with one request alone on a server. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { Figure } from '../../engine/figure/figure';
import { objectiveFloor } from '../../engine/hardware/floor';
import type { Objective, Target } from '../../engine/plan/plan';
import type { ObjectiveVerdict } from '../../engine/verdict/verdict';
import { heldScenarios } from './shared/objectives';
import { hardwareOf } from './shared/absence';
import { defineRule, valueAt, type Reports } from './shared/rule';

interface TargetBelowFloorArgs {
  readonly target: Target;
  /** All times of an answer, the time of a token, or that of the first one. */
  readonly objectives: readonly ObjectiveVerdict['objective'][];
  /** Least latency, or time per token, on the fastest hardware among them. */
  readonly floor: Figure;
  readonly fastest: ScenarioAssessment;
  /** Held to the target, with a floor beyond it. */
  readonly scenarios: readonly ScenarioAssessment[];
}

export const targetBelowFloor = defineRule({
  code: 'target.below-floor',
  defaultSeverity: 'warning',
  title: 'A target is faster than the hardware of its scenarios can be',
  *check({ assessment }): Reports<TargetBelowFloorArgs> {
    const scenarios = heldScenarios(assessment);
    for (const target of assessment.plan.targets) {
      const held = scenarios.get(target) ?? [];
      for (const args of missesOf(target, held)) {
        const [first, ...others] = args.objectives.map(({ path }) => valueAt(path));
        if (!first) continue;
        const related = others.map((at) => ({ at, role: 'target', name: target.name }) as const);
        const absent = args.scenarios.flatMap(({ spec: scenario }) => hardwareOf(scenario.engine));
        yield { at: first, args, related, absent };
      }
    }
  },
});

/** Objectives that the same answers are too slow for, such as two percentiles, are said at once. */
function missesOf(
  target: Target,
  held: readonly ScenarioAssessment[],
): readonly TargetBelowFloorArgs[] {
  const misses = new Map<string, TargetBelowFloorArgs>();
  for (const objective of target.objectives) {
    const below = held.flatMap((scenario) => belowFloor(scenario, objective) ?? []);
    const [first] = below;
    if (!first) continue;
    const { floor, scenario } = below.reduce(
      (a, b) => (b.floor.value < a.floor.value ? b : a),
      first,
    );
    const scenarios = below.map((each) => each.scenario);
    const key = [floor.value, ...scenarios.map((each) => each.spec.name)].join('\n');
    const objectives = [...(misses.get(key)?.objectives ?? []), objective];
    misses.set(key, { target, objectives, floor, fastest: scenario, scenarios });
  }
  return [...misses.values()];
}

interface BelowFloor {
  readonly scenario: ScenarioAssessment;
  readonly floor: Figure;
}

function belowFloor(scenario: ScenarioAssessment, objective: Objective): BelowFloor | undefined {
  const { engine, workload } = scenario.spec;
  const floor = workload && objectiveFloor(engine, workload, objective.kind);
  if (!floor || !('limitSeconds' in objective)) return undefined;
  const { limitSeconds, strict } = objective;
  const misses = strict ? floor.value >= limitSeconds : floor.value > limitSeconds * (1 + 1e-9);
  return misses ? { scenario, floor } : undefined;
}
