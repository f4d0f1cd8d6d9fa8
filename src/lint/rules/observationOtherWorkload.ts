/** Finds bounds with other token lengths than those of the workload that is sized by them. A bound cannot be scaled. */
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { SAME_TOKENS } from '../../engine/observation/tokens';
import type { Workload } from '../../engine/plan/plan';
import { defineRule, valueAt, type Reports } from './shared/rule';

const KEYS = ['promptTokens', 'outputTokens'] as const;

interface ObservationOtherWorkloadArgs {
  readonly observation: ObservationAssessment;
  readonly key: 'promptTokens' | 'outputTokens';
  readonly observed: number;
  readonly asked: number;
}

export const observationOtherWorkload = defineRule({
  code: 'observation.other-workload',
  defaultSeverity: 'warning',
  title: 'A bound was benchmarked with other token lengths than the workload’s',
  *check({ assessment }): Reports<ObservationOtherWorkloadArgs> {
    const said = new Set<ObservationAssessment>();
    for (const assessed of assessment.scenarios) {
      const { workload } = assessed.spec;
      if (!workload || !assessed.latency?.provenance.caveats.includes('tokens-differ')) continue;
      for (const observation of assessed.citedObservations) {
        if (said.has(observation)) continue;
        const reports = [...differences(observation, workload)];
        if (reports.length > 0) said.add(observation);
        yield* reports;
      }
    }
  },
});

function* differences(
  assessed: ObservationAssessment,
  workload: Workload,
): Reports<ObservationOtherWorkloadArgs> {
  for (const key of KEYS) {
    const observed = assessed.observation[key];
    const asked = workload[key];
    if (!observed || !asked) continue;
    if (Math.abs(observed.value - asked.value) <= SAME_TOKENS * asked.value) continue;
    yield {
      at: valueAt(observed.path ?? assessed.observation.path),
      args: { observation: assessed, key, observed: observed.value, asked: asked.value },
      related: asked.path === undefined ? [] : [{ at: valueAt(asked.path), role: 'workload' }],
    };
  }
}
