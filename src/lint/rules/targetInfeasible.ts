/** A target that cannot be met: by a scenario that the engine was free to size, or by no engine at all. */
import type { Assessment } from '../../engine/assess/assessment';
import { isCompared } from '../../engine/assess/comparedTargets';
import { undecidedWhenScaledOut } from '../../engine/assess/scaleOutLimit';
import type { EngineAssessment } from '../../engine/curve/engineAssessment';
import { predictLatency } from '../../engine/curve/predict';
import type { Figure } from '../../engine/figure/figure';
import type { Objective, Scenario, Target } from '../../engine/plan/plan';
import type { ObjectiveVerdict, TimeLimit } from '../../engine/verdict/verdict';
import type { MissArgs } from './shared/objectiveArgs';
import { defineRule, valueAt, type Place, type Reports } from './shared/rule';
import { evidenceOf } from './shared/absence';
import {
  heldScenarios,
  isSizedForTarget,
  isTooSlow,
  latencyMisses,
  relatedToMiss,
  wasSearched,
} from './shared/objectives';
import { relatedObservations } from './shared/places';

type TargetInfeasibleArgs =
  | ({
      readonly about: 'scenario';
      /** What is not known of more nodes; empty where no number of them meets the target. */
      readonly undecided: readonly Objective[];
    } & MissArgs)
  /** No engine of the plan meets the target, not even with one request alone on a server. */
  | {
      readonly about: 'target';
      readonly target: Target;
      readonly objective: ObjectiveVerdict['objective'];
      /** Latency of one request alone on a server of the fastest engine. */
      readonly fastest: Figure;
      readonly engine: string;
    };

export const targetInfeasible = defineRule({
  code: 'target.infeasible',
  defaultSeverity: 'warning',
  title: 'No `parallel` or number of nodes meets the target',
  *check({ assessment }): Reports<TargetInfeasibleArgs> {
    for (const miss of latencyMisses(assessment)) {
      if (!wasSearched(miss.scenario)) continue;
      const undecided = isSizedForTarget(miss.scenario.spec)
        ? undecidedWhenScaledOut(miss.scenario)
        : [];
      const at = searchedAt(miss.scenario.spec);
      const absent = miss.verdict.verified ? [] : evidenceOf(miss.scenario.engine.spec);
      yield {
        at,
        args: { about: 'scenario', undecided, ...miss },
        related: relatedToMiss(miss),
        absent,
      };
    }
    yield* targetsBeyondAll(assessment);
  },
});

function searchedAt({ parallel, sizeFor, path }: Scenario): Place {
  const searched = parallel.value === 'auto' ? parallel : sizeFor;
  return valueAt(searched.path ?? parallel.path ?? path);
}

function* targetsBeyondAll(assessment: Assessment): Reports<TargetInfeasibleArgs> {
  const engines = latenciesAlone(assessment);
  const [first, ...others] = engines;
  if (!first) return;
  const fastest = others.reduce((a, b) => (b.latency.value < a.latency.value ? b : a), first);
  const absent = engines.flatMap((each) => evidenceOf(each.engine.spec));
  for (const target of assessment.plan.targets) {
    for (const objective of target.objectives) {
      if (objective.kind !== 'latency') continue;
      if (!engines.every(({ latency }) => isTooSlow(latency, objective))) continue;
      if (isMetBySome(assessment, target, objective)) continue;
      const engine = fastest.engine.spec.name;
      yield {
        at: valueAt(objective.path),
        args: { about: 'target', target, objective, fastest: fastest.latency, engine },
        related: relatedObservations(fastest.engine.curve.points[0]?.observations ?? []),
        absent,
      };
    }
  }
}

/**
 * Where a heavier load was measured to be faster, which `observation.not-monotone` says. The latency, which is known,
 * rules out most scenarios.
 */
function isMetBySome(assessment: Assessment, target: Target, latency: TimeLimit): boolean {
  const { plan, scenarios } = assessment;
  const judged = isCompared(plan, target)
    ? scenarios
    : (heldScenarios(assessment).get(target) ?? []);
  return judged.some(
    ({ latency: seconds, verdictOn }) =>
      seconds && !isTooSlow(seconds, latency) && verdictOn(target).outcome === 'meets',
  );
}

interface Alone {
  readonly engine: EngineAssessment;
  readonly latency: Figure;
}

/** One request alone on a server, for each engine that scenarios use and of which a latency is known. */
function latenciesAlone({ scenarios }: Assessment): readonly Alone[] {
  const used = new Set(scenarios.map(({ engine }) => engine));
  return [...used].flatMap((engine) => {
    const latency = predictLatency(engine.curve, 1)?.latency;
    return latency ? [{ engine, latency }] : [];
  });
}
