/** A miss that rests on less than measurements. Where the engine searched in vain, `target.infeasible` says it. */
import type { ScenarioAssessment } from '../../engine/assessment';
import { evidenceOf } from './absence';
import { latencyMisses, relatedToMiss, wasSearched } from './objectives';
import { parallelOf } from './places';
import { defineRule } from './rule';

export const targetLikelyMissed = defineRule({
  code: 'target.likely-missed',
  defaultSeverity: 'warning',
  title: 'A scenario misses its latency target by what is known, which is less than measurements',
  *check({ assessment }) {
    let turnsAway: ScenarioAssessment | undefined;
    for (const args of latencyMisses(assessment)) {
      const { scenario, verdict } = args;
      if (verdict.verified || wasSearched(scenario)) continue;
      if (verdict.reasons.includes('turns-away')) {
        // the same of every objective
        if (scenario === turnsAway) continue;
        turnsAway = scenario;
      }
      const absent = evidenceOf(scenario.engine.engine);
      yield { at: parallelOf(scenario), args, related: relatedToMiss(args), absent };
    }
  },
});
