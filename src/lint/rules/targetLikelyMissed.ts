/** A miss without full measurement. If the engine searched in vain, `target.infeasible` says it. */
import { evidenceOf } from './shared/absence';
import type { MissArgs } from './shared/objectiveArgs';
import { latencyMisses, relatedToMiss, wasSearched } from './shared/objectives';
import { parallelOf } from './shared/places';
import { defineRule, type Reports } from './shared/rule';

export const targetLikelyMissed = defineRule({
  code: 'target.likely-missed',
  defaultSeverity: 'warning',
  title: 'A scenario misses its latency target by evidence that is weaker than measurement',
  *check({ assessment }): Reports<MissArgs> {
    for (const args of latencyMisses(assessment)) {
      const { scenario, verdict } = args;
      if (verdict.verified || wasSearched(scenario)) continue;
      const absent = evidenceOf(scenario.engine.spec);
      yield { at: parallelOf(scenario), args, related: relatedToMiss(args), absent };
    }
  },
});
