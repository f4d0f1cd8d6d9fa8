/** The verdicts that lint holds a scenario to: those on its own target. */
import type { Assessment, EngineAssessment, ScenarioAssessment } from '../../engine/assessment';
import { keepsLimit } from '../../engine/bounds';
import type { Figure } from '../../engine/figure';
import { memoize } from '../../engine/memoize';
import { predictLatency } from '../../engine/predict';
import type { MissArgs, ObjectiveArgs } from '../ruleArgs';
import { relatedObservations, relatedTarget } from './places';
import type { RelatedReport } from './rule';

/** Each objective of each scenario's own target. */
export function* ownVerdicts({ scenarios }: Assessment): Iterable<ObjectiveArgs> {
  for (const scenario of scenarios) {
    const { target } = scenario.scenario;
    const judged = target && scenario.verdicts.find((verdict) => verdict.target === target);
    if (!target || !judged) continue;
    for (const verdict of judged.objectives) yield { scenario, target, verdict };
  }
}

/**
 * Missed latencies, for the rules that share them. Without an end to the queue there is no latency:
 * `scenario.queueing` says that.
 */
export const latencyMisses: (assessment: Assessment) => readonly MissArgs[] = memoize(
  (assessment: Assessment) => {
    const latencyAlone = memoize(
      ({ curve }: EngineAssessment) => predictLatency(curve, 1)?.latency,
    );
    const misses: MissArgs[] = [];
    for (const judged of ownVerdicts(assessment)) {
      const { scenario, verdict } = judged;
      const { objective, outcome } = verdict;
      if (objective.kind !== 'latency' || outcome !== 'misses' || scenario.overloaded) continue;
      const alone = latencyAlone(scenario.engine);
      misses.push({ ...judged, alone: alone && isTooSlow(alone, objective) ? alone : undefined });
    }
    return misses;
  },
);

/** Whether `target.infeasible` says it: the engine looked for a way to meet the target, and found none. */
export function wasSearched({ scenario }: ScenarioAssessment): boolean {
  return scenario.parallel.value === 'auto' || isSizedForTarget(scenario);
}

export function isSizedForTarget({
  nodes,
  sizeFor,
}: Pick<ScenarioAssessment['scenario'], 'nodes' | 'sizeFor'>): boolean {
  return nodes === undefined && sizeFor.value === 'target';
}

/** The limit, and what shows the miss: the measurement that proves it, or what the latency rests on. */
export function relatedToMiss(miss: ObjectiveArgs): readonly RelatedReport[] {
  const { scenario, verdict } = miss;
  const evidence = verdict.proof ? [verdict.proof] : scenario.restsOn;
  return [relatedTarget(miss), ...relatedObservations(evidence)];
}

export function isTooSlow(
  { value, bound }: Figure,
  { limitSeconds, strict }: { readonly limitSeconds: number; readonly strict: boolean },
): boolean {
  return keepsLimit(value, bound, limitSeconds, strict) === false;
}
