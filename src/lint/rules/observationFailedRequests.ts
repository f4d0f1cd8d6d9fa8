/** A benchmark of which many requests failed: what it measured is of those that succeeded. */
import { failedShare } from '../../engine/observation/littlesLaw';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { defineRule, valueAt, type Reports } from './shared/rule';

interface ObservationFailedRequestsArgs {
  readonly observation: ObservationAssessment;
  readonly failed: number;
  /** Undefined where the observation does not say. */
  readonly requests: number | undefined;
  readonly share: number;
}

export const observationFailedRequests = defineRule({
  code: 'observation.failed-requests',
  defaultSeverity: 'warning',
  title: 'Many requests of an observation failed',
  *check({ assessment }): Reports<ObservationFailedRequestsArgs> {
    for (const { observations } of assessment.engines) {
      for (const assessed of observations) {
        const { errors, requests, path } = assessed.observation;
        const share = failedShare(assessed.observation);
        if (!errors || share === undefined) continue;
        yield {
          at: valueAt(errors.path ?? path),
          args: {
            observation: assessed,
            failed: errors.value,
            requests: requests?.value,
            share,
          },
          absent: [`${path}/requests`],
        };
      }
    }
  },
});
