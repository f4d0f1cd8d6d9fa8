/**
 * Finds benchmarks with idle slots, and scenarios that keep these slots busier, with `latencyFollows: parallel`. If
 * latency follows load, `scenario.extrapolated` says it.
 */
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import { judgeByLoad, type ByLoadOpinion } from '../../engine/explore/byLoad';
import type { Figure } from '../../engine/figure/figure';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { clearlyLess } from '../../engine/util/rounding';
import { defineRule, valueAt, type RelatedReport, type Reports } from './shared/rule';
import { loadPlace, relatedScenarios } from './shared/places';

/** A second opinion reads all observations of the engine: beyond so many it would cost too much. */
const MOST_OPINIONS = 8;

interface ObservationUnderloadedArgs {
  readonly observation: ObservationAssessment;
  /** Requests in flight per server: what it was taken at, and what the heaviest scenario has. */
  readonly load: Figure;
  readonly needed: Figure;
  readonly scenarios: readonly ScenarioAssessment[];
  /** The heaviest of them, if latency follows load. Empty if that is unknown. */
  readonly opinions: readonly ByLoadOpinion[];
}

export const observationUnderloaded = defineRule({
  code: 'observation.underloaded',
  defaultSeverity: 'warning',
  title: 'A benchmark ran at a lighter load than a scenario that is based on it',
  *check({ assessment }): Reports<ObservationUnderloadedArgs> {
    let opinions = 0;
    for (const [observation, scenarios] of basedScenarios(assessment)) {
      const heaviest = heaviestOf(scenarios);
      const { load } = observation;
      if (!load || !heaviest?.load) continue;
      opinions += 1;
      yield {
        at: loadPlace(observation.observation),
        args: {
          observation,
          load,
          needed: heaviest.load,
          scenarios,
          opinions: opinions <= MOST_OPINIONS ? judgeByLoad(heaviest) : [],
        },
        related: [...relatedScenarios(scenarios), ...relatedChoice(heaviest)],
      };
    }
  },
});

function basedScenarios({
  scenarios,
}: Assessment): ReadonlyMap<ObservationAssessment, readonly ScenarioAssessment[]> {
  const based = new Map<ObservationAssessment, ScenarioAssessment[]>();
  for (const scenario of scenarios) {
    if (!scenario.latency?.provenance.caveats.includes('lighter-load')) continue;
    for (const observation of scenario.citedObservations) {
      if (!isLighter(observation, scenario)) continue;
      const known = based.get(observation);
      if (known) known.push(scenario);
      else based.set(observation, [scenario]);
    }
  }
  return based;
}

function isLighter({ utilisation }: ObservationAssessment, scenario: ScenarioAssessment): boolean {
  const { load, parallel } = scenario;
  if (!utilisation || !load) return false;
  return clearlyLess(utilisation.value, Math.min(1, load.value / parallel.value));
}

function heaviestOf(scenarios: readonly ScenarioAssessment[]): ScenarioAssessment | undefined {
  const [first, ...others] = scenarios;
  const loadOf = ({ load }: ScenarioAssessment): number => load?.value ?? 0;
  return first && others.reduce((a, b) => (loadOf(b) > loadOf(a) ? b : a), first);
}

/** The line that has the engine read by its slots. */
function relatedChoice({ engine }: ScenarioAssessment): readonly RelatedReport[] {
  const { latencyFollows, name } = engine.spec;
  if (latencyFollows.path === undefined) return [];
  return [{ at: valueAt(latencyFollows.path), role: 'engine', name }];
}
