/** A latency that lies outside what was observed of the engine. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { Figure } from '../../engine/figure/figure';
import { loadToMeasure } from '../../engine/recommend/loadToMeasure';
import { citedObservations } from '../../engine/curve/citedObservations';
import { verdictOf } from '../../engine/assess/ownVerdict';
import { evidenceOf } from './shared/absence';
import { relatedObservations, parallelOf } from './shared/places';
import { defineRule, type Reports } from './shared/rule';

interface ScenarioExtrapolatedArgs {
  readonly scenario: ScenarioAssessment;
  /** Requests in flight on one server, or its slots where latency follows those. */
  readonly load: Figure;
  readonly latency: Figure;
  /** The lightest and the heaviest that was observed. */
  readonly lowest: number;
  readonly highest: number;
  /** Requests in flight on one server of a measurement that would end it. */
  readonly measureAt: number;
}

export const scenarioExtrapolated = defineRule({
  code: 'scenario.extrapolated',
  defaultSeverity: 'information',
  title: 'The latency of a scenario is extrapolated',
  *check({ assessment }): Reports<ScenarioExtrapolatedArgs> {
    for (const scenario of assessment.scenarios) {
      const { latency, engine, curve, parallel } = scenario;
      if (latency?.provenance.reach !== 'extrapolated') continue;
      // what was measured at a heavier load is no faster at this one
      const own = verdictOf(scenario);
      if (own?.outcome === 'meets' && own.verified) continue;
      const { follows, points } = curve;
      const lowest = points[0]?.at;
      const highest = points.at(-1)?.at;
      if (lowest === undefined || highest === undefined) continue;
      const isFull = (scenario.load?.value ?? parallel.value) >= parallel.value;
      const load = follows === 'parallel' || isFull ? parallel : (scenario.load ?? parallel);
      const measureAt = loadToMeasure(curve, scenario.load?.value, parallel.value);
      yield {
        at: parallelOf(scenario),
        args: { scenario, load, latency, lowest, highest, measureAt },
        related: relatedObservations(citedObservations(engine, [latency])),
        absent: evidenceOf(engine.spec),
      };
    }
  },
});
