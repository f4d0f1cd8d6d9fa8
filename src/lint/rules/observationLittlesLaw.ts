/** Users, latency and throughput of one benchmark that contradict each other. */
import type { Figure } from '../../engine/figure/figure';
import { contradictsItself } from '../../engine/observation/littlesLaw';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { loadPlace, latencyPlace } from './shared/places';
import { defineRule, valueAt, type Reports } from './shared/rule';

interface ObservationLittlesLawArgs {
  readonly observation: ObservationAssessment;
  readonly stated: Figure;
  readonly expected: Figure;
  readonly gap: Figure;
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
        yield {
          at: valueAt(observation.throughputPerSecond?.path ?? observation.path),
          args: { observation: assessed, stated, expected, gap },
          related: [loadPlace(observation), latencyPlace(observation)].map((at) => ({
            at,
            role: 'observation',
            name: observation.name,
          })),
          absent: [`${observation.path}/thinkTime`],
        };
      }
    }
  },
});
