/** Selects the verdicts that lint checks for a scenario: those on its own target. */
import type { Assessment, ScenarioAssessment } from '../../../engine/assess/assessment';
import { keepsLimit } from '../../../engine/figure/bounds';
import type { Figure } from '../../../engine/figure/figure';
import { memoize } from '../../../engine/util/cache';
import { missedWhenScaledOut } from '../../../engine/assess/scaleOutLimit';
import type { Target } from '../../../engine/plan/plan';
import { predictLatency } from '../../../engine/curve/predict';
import { curveOf } from '../../../engine/curve/quantityCurves';
import { citedObservations } from '../../../engine/curve/citedObservations';
import { nearestToLimit } from '../../../engine/verdict/binding';
import type { MissArgs, ObjectiveArgs, SharedArgs } from './objectiveArgs';
import { relatedObservations, relatedTargets } from './places';
import type { RelatedReport } from './rule';

/** Groups scenarios by their own target. */
export const heldScenarios = memoize(
  ({ scenarios }: Assessment): ReadonlyMap<Target, readonly ScenarioAssessment[]> => {
    const held = new Map<Target, ScenarioAssessment[]>();
    for (const assessed of scenarios) {
      const { target } = assessed.spec;
      if (!target) continue;
      const known = held.get(target) ?? [];
      held.set(target, known);
      known.push(assessed);
    }
    return held;
  },
);

/** Yields each objective of each scenario's own target. */
export function* ownVerdicts({ scenarios }: Assessment): Iterable<ObjectiveArgs> {
  for (const scenario of scenarios) {
    const { target } = scenario.spec;
    if (!target) continue;
    for (const verdict of scenario.verdictOn(target).objectives)
      yield { scenario, target, verdict };
  }
}

/**
 * Finds missed objectives except budgets, for the rules that share them: the worst of a scenario, with the others. A
 * queue without end has no latency: `scenario.overloaded` or `scenario.queueing` reports it.
 */
export const latencyMisses: (assessment: Assessment) => readonly MissArgs[] = memoize(
  (assessment: Assessment) => {
    const misses: ObjectiveArgs[] = [];
    for (const judged of ownVerdicts(assessment)) {
      const { objective, outcome, reasons } = judged.verdict;
      if (objective.kind === 'budget' || outcome !== 'misses') continue;
      if (judged.scenario.overloaded || reasons.includes('overloaded')) continue;
      misses.push(judged);
    }
    return shareFindings(misses, missCause).map((miss) => ({ ...miss, alone: tooSlowAlone(miss) }));
  },
);

function missCause({ verdict: { verified, reasons } }: ObjectiveArgs): string {
  return reasons.includes('turns-away') ? 'turns-away' : String(verified);
}

/** Groups objectives of a scenario by their cause. The worst of a group leads. */
export function shareFindings(
  all: readonly ObjectiveArgs[],
  causeOf: (args: ObjectiveArgs) => string,
): readonly SharedArgs[] {
  const groups = new Map<ScenarioAssessment, Map<string, ObjectiveArgs[]>>();
  for (const args of all) {
    const ofScenario = groups.get(args.scenario) ?? new Map<string, ObjectiveArgs[]>();
    groups.set(args.scenario, ofScenario);
    const cause = causeOf(args);
    ofScenario.set(cause, [...(ofScenario.get(cause) ?? []), args]);
  }
  return [...groups.values()].flatMap((byCause) => [...byCause.values()].flatMap(leadByWorst));
}

function leadByWorst(group: readonly ObjectiveArgs[]): readonly SharedArgs[] {
  const [first] = group;
  if (!first) return [];
  const verdicts = group.map(({ verdict }) => verdict);
  const worst = nearestToLimit(verdicts) ?? first.verdict;
  return [{ ...first, verdict: worst, others: verdicts.filter((each) => each !== worst) }];
}

/** Returns the latency of one request on an idle server, if it is already too high. */
function tooSlowAlone({ scenario, target, verdict }: ObjectiveArgs): Figure | undefined {
  const { objective } = verdict;
  const { engine } = scenario;
  const { workload } = scenario.spec;
  if (objective.kind === 'budget' || objective.kind === 'rejected') return undefined;
  // a percentile that no observation states is modelled, also for a single request
  if (verdict.reasons.includes('modelled-tail')) {
    return missedWhenScaledOut(scenario, target, objective);
  }
  // no fleet is faster than its hardware
  if (verdict.reasons[0] === 'below-floor') return verdict.figure;
  const curve =
    objective.kind === 'latency' ? engine.curve : curveOf(engine, objective.kind, workload);
  const alone = predictLatency(curve, 1)?.latency;
  return alone && isTooSlow(alone, objective) ? alone : undefined;
}

/** Tells if the engine searched for an option. `target.infeasible` then reports the miss. */
export function wasSearched({ spec: scenario }: ScenarioAssessment): boolean {
  return scenario.parallel.value === 'auto' || isSizedForTarget(scenario);
}

export function isSizedForTarget({
  nodes,
  sizeFor,
}: Pick<ScenarioAssessment['spec'], 'nodes' | 'sizeFor'>): boolean {
  return nodes === undefined && sizeFor.value === 'target';
}

/** Returns the limits, and the evidence of the miss: the measurement that proves it, or the basis of the latency. */
export function relatedToMiss(miss: ObjectiveArgs & Partial<SharedArgs>): readonly RelatedReport[] {
  const { scenario, verdict } = miss;
  const evidence = verdict.proof
    ? [verdict.proof]
    : citedObservations(scenario.engine, [verdict.figure]);
  return [...relatedTargets(miss), ...relatedObservations(evidence)];
}

export function isTooSlow(
  { value, bound }: Figure,
  { limitSeconds, strict }: { readonly limitSeconds: number; readonly strict: boolean },
): boolean {
  return keepsLimit(value, bound, limitSeconds, strict) === false;
}
