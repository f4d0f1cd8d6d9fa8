/** A benchmark of few requests a user: it drains, so that fewer requests than users were in flight on average. */
import type { Figure } from '../../engine/figure/figure';
import { contradictions } from '../../engine/observation/contradictions';
import { contradictsItself } from '../../engine/observation/littlesLaw';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { joinPath } from '../../plan/keyPath';
import { burstOf, type BurstArgs } from './shared/burst';
import { loadPlace } from './shared/places';
import { defineRule, valueAt, type Reports } from './shared/rule';

interface ObservationBurstArgs extends BurstArgs {
  readonly observation: ObservationAssessment;
  /** Requests in flight by throughput and latency; undefined if they do not show fewer than users. */
  readonly inFlight: Figure | undefined;
}

export const observationBurst = defineRule({
  code: 'observation.burst',
  defaultSeverity: 'warning',
  title: 'An observation has too few requests a user',
  *check({ assessment }): Reports<ObservationBurstArgs> {
    for (const { observations } of assessment.engines) {
      for (const assessed of observations) {
        const { observation, inFlight } = assessed;
        const burst = burstOf(observation);
        if (!burst || isSaidElsewhere(assessed)) continue;
        yield {
          at: valueAt(observation.requests?.path ?? observation.path),
          args: {
            observation: assessed,
            ...burst,
            inFlight: isOfThroughput(inFlight) ? inFlight : undefined,
          },
          related: [{ at: loadPlace(observation), role: 'observation', name: observation.name }],
          absent: ['latency', 'throughput'].map((key) => joinPath(observation.path, key)),
        };
      }
    }
  },
});

/** Where it shows as a contradiction, that finding names the burst. */
function isSaidElsewhere({
  observation,
  throughputGap,
  expectedThroughput,
}: ObservationAssessment): boolean {
  const stated = observation.throughputPerSecond?.value ?? 0;
  const isTooLow = contradictsItself(throughputGap) && stated < (expectedThroughput?.value ?? 0);
  return isTooLow || contradictions(observation).some(({ derived }) => derived !== undefined);
}

function isOfThroughput(inFlight: Figure | undefined): boolean {
  const derivation = inFlight?.derivation;
  return derivation?.kind === 'formula' && derivation.formula === 'inFlight.littlesLaw';
}
