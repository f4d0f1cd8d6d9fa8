/** An observation that is faster than its hardware allows: it, or what the engine says, is wrong. */
import { claimsBeyondHardware, type HardwareClaim } from '../../engine/observation/hardwareClaims';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { defineRule, valueAt, type Reports } from './shared/rule';
import { hardwareOf } from './shared/absence';

interface ObservationBelowFloorArgs {
  readonly observation: ObservationAssessment;
  readonly claim: HardwareClaim;
}

export const observationBelowFloor = defineRule({
  code: 'observation.below-floor',
  defaultSeverity: 'warning',
  title: 'An observation is faster than its hardware can be',
  *check({ assessment }): Reports<ObservationBelowFloorArgs> {
    const { workload } = assessment.plan;
    for (const { spec: engine, observations } of assessment.engines) {
      for (const observation of observations) {
        const { path } = observation.observation;
        for (const claim of claimsBeyondHardware(engine, observation, workload)) {
          yield {
            at: valueAt(claim.path ?? path),
            args: { observation, claim },
            absent: [...hardwareOf(engine), `${path}/promptTokens`, `${path}/outputTokens`],
          };
        }
      }
    }
  },
});
