/**
 * Chooses what to measure next: for each target the decisions without measured evidence, each with the one observation
 * that would settle it. An undecided scenario of the plan is one, if it needs fewer nodes than what meets the target.
 * The highest value comes first. With equal or no value, the cheapest decision comes first.
 */
import type { Assessment } from '../assess/assessment';
import { scenariosOf } from '../assess/scenariosOf';
import type { EngineAssessment } from '../curve/engineAssessment';
import { REASONS, type VerdictReason } from '../figure/reasons';
import { isAlwaysInFlight } from '../fleet/workload';
import type { Target, Workload } from '../plan/plan';
import { memoize } from '../util/cache';
import { clearlyLess } from '../util/rounding';
import { loadToMeasure } from './loadToMeasure';
import { decisionValue, largerValue, valueOrder } from './measurementValue';
import type { MeasurementDecision, NextMeasurement } from './nextMeasurement';
import { recommend } from './recommend';
import type { TargetRecommendation, Option } from './recommendation';

export const nextMeasurements: (assessment: Assessment) => readonly NextMeasurement[] = memoize(
  (assessment: Assessment) => {
    const byPlace = new Map<string, NextMeasurement>();
    for (const recommendation of recommend(assessment)) {
      for (const decision of openDecisions(recommendation, assessment)) {
        const { option } = decision;
        const load = loadFor(decision);
        const key = `${option.engine.spec.name}\n${option.parallel}\n${load}`;
        const known = byPlace.get(key);
        byPlace.set(key, {
          engine: option.engine,
          parallel: option.parallel,
          load,
          decides: [...(known?.decides ?? []), decision],
          costPerHour: cheaper(known?.costPerHour, decision),
          valuePerMonth: largerValue(
            known?.valuePerMonth,
            decisionValue(assessment, recommendation, decision),
          ),
        });
      }
    }
    const measurements = [...byPlace.values()];
    const byStake = valueOrder(measurements);
    return measurements.sort((a, b) => byStake(a, b) || compareUrgency(a, b));
  },
);

/** Load to measure at. A single request on a server shows if an engine can meet a target at all: nothing is faster. */
function loadFor({ question, option: { engine, load, parallel } }: MeasurementDecision): number {
  if (question === 'feasible' && engine.curve.follows === 'load') return 1;
  return loadToMeasure(engine.curve, load?.value, parallel);
}

function openDecisions(
  { target, overall, byEngine }: TargetRecommendation,
  assessment: Assessment,
): MeasurementDecision[] {
  const { workload } = assessment.plan;
  const decisions: MeasurementDecision[] = [];
  for (const { engine, recommendation } of byEngine) {
    if (recommendation.kind === 'option') {
      for (const option of smallerUndecided(assessment, engine, target, recommendation.option)) {
        if (!isSettledByMeasuring(option, workload)) continue;
        decisions.push({ target, question: 'option', scope: 'engine', option });
      }
    }
    const option =
      recommendation.kind === 'option' ? recommendation.option : recommendation.nearest;
    if (!option || !isSettledByMeasuring(option, workload)) continue;
    const isBest = overall.kind === 'option' && overall.option === option;
    const misses = option.verdict.outcome === 'misses';
    decisions.push({
      target,
      question: misses ? 'feasible' : 'option',
      scope: isBest ? 'overall' : 'engine',
      option,
    });
  }
  return decisions;
}

/** Scenarios of the plan that may meet a target with fewer nodes than the recommended option. */
function smallerUndecided(
  assessment: Assessment,
  engine: EngineAssessment,
  target: Target,
  recommended: Option,
): Option[] {
  const { workload, policy } = assessment.plan;
  return scenariosOf(assessment, engine).flatMap((scenario): Option[] => {
    const { spec, parallel, nodes, latency, load, cost } = scenario;
    if (spec.workload !== workload || spec.policy !== policy) return [];
    if (!nodes || !clearlyLess(nodes.value, recommended.nodes.value)) return [];
    const verdict = scenario.verdictOn(target);
    if (verdict.outcome !== 'unknown') return [];
    const found = { engine, parallel: parallel.value, nodes, latency, load, cost };
    const { verdictOn } = scenario;
    return [{ ...found, verdict, verdictOn, scenario: spec, slotsThatFit: undefined }];
  });
}

/** A measured latency would decide; a missing price, or too little memory, it would not. */
function isSettledByMeasuring({ verdict }: Option, workload: Workload | undefined): boolean {
  const canArrive = workload !== undefined && !isAlwaysInFlight(workload);
  const isSettled = (reason: VerdictReason): boolean => {
    const { settledBy } = REASONS[reason];
    return settledBy === 'arrivals' ? canArrive : settledBy !== 'nothing';
  };
  return verdict.objectives.some(
    ({ objective, verified, outcome, reasons }) =>
      objective.kind !== 'budget' &&
      !verified &&
      outcome === verdict.outcome &&
      reasons.some(isSettled),
  );
}

function cheaper(
  known: NextMeasurement['costPerHour'],
  { question, option }: MeasurementDecision,
): NextMeasurement['costPerHour'] {
  const cost = question === 'option' ? option.cost?.perHour : undefined;
  if (!known || !cost) return known ?? cost;
  return cost.value < known.value ? cost : known;
}

/** Orders options first, by cost; questions of feasibility follow. */
function compareUrgency(a: NextMeasurement, b: NextMeasurement): number {
  const cost = (m: NextMeasurement): number => m.costPerHour?.value ?? Number.MAX_VALUE;
  return cost(a) - cost(b);
}
