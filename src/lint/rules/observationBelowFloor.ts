/** An observation that is faster than the memory bandwidth allows: it, or what the engine says, is wrong. */
import { isLower } from '../../engine/bounds';
import { observedFigure } from '../../engine/figures';
import type { Figure } from '../../engine/figure';
import { answerFloor, isBelowFloor, tokenFloor } from '../../engine/floor';
import type { Engine, Observation, Reading, Workload } from '../../engine/plan';
import { hardwareOf } from './absence';
import { defineRule, valueAt } from './rule';

export const observationBelowFloor = defineRule({
  code: 'observation.below-floor',
  defaultSeverity: 'warning',
  title: 'An observation is faster than its hardware can be',
  *check({ assessment }) {
    for (const { engine, observations } of assessment.engines) {
      if (!tokenFloor(engine)) continue;
      for (const observed of observations) {
        for (const claim of claimsOf(engine, observed.observation, assessment.plan.workload)) {
          const { reading, floor } = claim;
          if (!isBelow(reading, floor)) continue;
          const { path, source } = observed.observation;
          const stated = observedFigure(reading, 's', source.value);
          yield {
            at: valueAt(reading.path ?? path),
            args: { observation: observed, stated, floor, kind: claim.kind },
            absent: [...hardwareOf(engine), `${path}/outputTokens`],
          };
        }
      }
    }
  },
});

interface Claim {
  readonly kind: 'latency' | 'tpot';
  readonly reading: Reading;
  readonly floor: Figure;
}

/** An observation that does not say its lengths is used for the workload's. */
function claimsOf(engine: Engine, observation: Observation, workload?: Workload): Claim[] {
  const claims: Claim[] = [];
  const { latencySeconds, tpotSeconds } = observation;
  const tokens = observation.outputTokens ?? workload?.outputTokens;
  const answer = tokens && latencySeconds && answerFloor(engine, tokens);
  if (latencySeconds && answer) {
    claims.push({ kind: 'latency', reading: latencySeconds, floor: answer });
  }
  const token = tpotSeconds && tokenFloor(engine);
  if (tpotSeconds && token) claims.push({ kind: 'tpot', reading: tpotSeconds, floor: token });
  return claims;
}

/** A lower bound claims nothing. */
function isBelow({ value, bound }: Reading, floor: Figure): boolean {
  return !isLower(bound) && isBelowFloor(value, floor);
}
