/** Users, latency and throughput of one benchmark that contradict each other. */
import type { Figure } from '../../engine/figure/figure';
import { contradictsItself } from '../../engine/observation/littlesLaw';
import { reconcilingThinkTime } from '../../engine/observation/meanLatency';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { joinPath } from '../../plan/keyPath';
import { burstOf, type BurstArgs } from './shared/burst';
import { loadPlace, latencyPlace } from './shared/places';
import { defineRule, valueAt, type Reports } from './shared/rule';

interface ObservationLittlesLawArgs {
  readonly observation: ObservationAssessment;
  readonly stated: Figure;
  readonly expected: Figure;
  readonly gap: Figure;
  /** Requests in flight that count: those of the lower throughput. */
  readonly inFlight: Figure | undefined;
  /** Think time with which the three agree; undefined if there is none, or if a burst explains the gap. */
  readonly thinkTime: Figure | undefined;
  readonly burst: BurstArgs | undefined;
}

export const observationLittlesLaw = defineRule({
  code: 'observation.littles-law',
  defaultSeverity: 'warning',
  title: 'Users, latency and throughput of an observation contradict each other',
  *check({ assessment }): Reports<ObservationLittlesLawArgs> {
    for (const { observations } of assessment.engines) {
      for (const assessed of observations) {
        const { observation, throughputGap: gap, expectedThroughput: expected } = assessed;
        if (!gap || !expected || !contradictsItself(gap)) continue;
        const { derivation } = gap;
        const stated = derivation.kind === 'formula' ? derivation.inputs.stated : undefined;
        if (!stated) continue;
        const { inFlight } = assessed;
        const burst = stated.value < expected.value ? burstOf(observation) : undefined;
        const thinkTime = burst ? undefined : reconcilingThinkTime(observation);
        yield {
          at: valueAt(observation.throughputPerSecond?.path ?? observation.path),
          args: { observation: assessed, stated, expected, gap, inFlight, thinkTime, burst },
          related: [loadPlace(observation), latencyPlace(observation)].map((at) => ({
            at,
            role: 'observation',
            name: observation.name,
          })),
          absent: ['thinkTime', 'requests'].map((key) => joinPath(observation.path, key)),
        };
      }
    }
  },
});
