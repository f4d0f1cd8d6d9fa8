/** A miss that rests on less than measurements. Where the engine searched in vain, `target.infeasible` says it. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import { evidenceOf } from './shared/absence';
import type { MissArgs } from './shared/objectiveArgs';
import { latencyMisses, relatedToMiss, wasSearched } from './shared/objectives';
import { parallelOf } from './shared/places';
import { defineRule, type Reports } from './shared/rule';

export const targetLikelyMissed = defineRule({
  code: 'target.likely-missed',
  defaultSeverity: 'warning',
  title: 'A scenario misses its latency target by what is known, which is less than measurements',
  *check({ assessment }): Reports<MissArgs> {
    let turnsAway: ScenarioAssessment | undefined;
    for (const args of latencyMisses(assessment)) {
      const { scenario, verdict } = args;
      if (verdict.verified || wasSearched(scenario)) continue;
      if (verdict.reasons.includes('turns-away')) {
        // the same of every objective
        if (scenario === turnsAway) continue;
        turnsAway = scenario;
      }
      const absent = evidenceOf(scenario.engine.spec);
      yield { at: parallelOf(scenario), args, related: relatedToMiss(args), absent };
    }
  },
});
