/** A latency that lies outside what was observed of the engine. */
import { loadToMeasure } from '../../engine/recommend/loadToMeasure';
import { citedObservations } from '../../engine/curve/citedObservations';
import { verdictOf } from '../../engine/assess/ownVerdict';
import { evidenceOf } from './shared/absence';
import { relatedObservations, parallelOf } from './shared/places';
import { defineRule } from './rule';

export const scenarioExtrapolated = defineRule({
  code: 'scenario.extrapolated',
  defaultSeverity: 'information',
  title: 'The latency of a scenario lies outside what was observed',
  *check({ assessment }) {
    for (const scenario of assessment.scenarios) {
      const { latency, engine, parallel } = scenario;
      if (latency?.provenance.reach !== 'extrapolated') continue;
      // what was measured at a heavier load is no faster at this one
      const own = verdictOf(scenario);
      if (own?.outcome === 'meets' && own.verified) continue;
      const { follows, points } = engine.curve;
      const lowest = points[0]?.at;
      const highest = points.at(-1)?.at;
      if (lowest === undefined || highest === undefined) continue;
      const isFull = (scenario.load?.value ?? parallel.value) >= parallel.value;
      const load = follows === 'parallel' || isFull ? parallel : (scenario.load ?? parallel);
      const measureAt = loadToMeasure(engine.curve, scenario.load?.value, parallel.value);
      yield {
        at: parallelOf(scenario),
        args: { scenario, load, latency, lowest, highest, measureAt },
        related: relatedObservations(citedObservations(engine, [latency])),
        absent: evidenceOf(engine.spec),
      };
    }
  },
});
