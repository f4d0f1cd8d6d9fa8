/** A benchmark of which many requests failed: what it measured is of those that succeeded. */
import { failedShare } from '../../engine/observation/littlesLaw';
import { defineRule, valueAt } from './rule';

export const observationFailedRequests = defineRule({
  code: 'observation.failed-requests',
  defaultSeverity: 'warning',
  title: 'Many requests of an observation failed',
  *check({ assessment }) {
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
