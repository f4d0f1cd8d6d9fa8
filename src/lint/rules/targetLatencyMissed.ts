/** A miss that measurements show. */
import type { MissArgs } from './shared/objectiveArgs';
import { latencyMisses, relatedToMiss } from './shared/objectives';
import { parallelOf } from './shared/places';
import { defineRule, type Reports } from './shared/rule';

export const targetLatencyMissed = defineRule({
  code: 'target.latency-missed',
  defaultSeverity: 'error',
  title: 'A scenario misses its latency target, as measurements show',
  *check({ assessment }): Reports<MissArgs> {
    for (const args of latencyMisses(assessment)) {
      if (!args.verdict.verified) continue;
      yield { at: parallelOf(args.scenario), args, related: relatedToMiss(args) };
    }
  },
});
