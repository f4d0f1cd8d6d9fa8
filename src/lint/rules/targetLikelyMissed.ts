/** A miss that rests on less than measurements. Where the engine searched in vain, `target.infeasible` says it. */
import { evidenceOf } from './absence';
import { latencyMisses, relatedToMiss, wasSearched } from './objectives';
import { parallelOf } from './places';
import { defineRule } from './rule';

export const targetLikelyMissed = defineRule({
  code: 'target.likely-missed',
  defaultSeverity: 'warning',
  title: 'A scenario misses its latency target by what is known, which is less than measurements',
  *check({ assessment }) {
    for (const args of latencyMisses(assessment)) {
      if (args.verdict.verified || wasSearched(args.scenario)) continue;
      const absent = evidenceOf(args.scenario.engine.engine);
      yield { at: parallelOf(args.scenario), args, related: relatedToMiss(args), absent };
    }
  },
});
