/** Observations at the same load, as well known, of which one must be wrong. */
import type { CurvePoint } from '../../engine/curve/curve';
import { observedRange } from '../../engine/curve/curveRange';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { latencyPlace, relatedObservations } from './shared/places';
import { defineRule, type Reports } from './shared/rule';

/** Runs of the same benchmark differ by so much. */
const TOLERATED_SPREAD = 0.1;

interface ObservationDisagreeArgs {
  readonly observations: readonly ObservationAssessment[];
  /** Requests in flight on a server, or slots. */
  readonly at: number;
  readonly follows: 'load' | 'parallel';
  /** Seconds. */
  readonly lowest: number;
  readonly highest: number;
}

export const observationDisagree = defineRule({
  code: 'observation.disagree',
  defaultSeverity: 'warning',
  title: 'Observations at the same load contradict each other',
  *check({ assessment }): Reports<ObservationDisagreeArgs> {
    for (const { curve } of assessment.engines) {
      for (const point of curve.points) {
        const spread = spreadOf(point);
        const [first, ...others] = point.observations;
        if (!spread) continue;
        yield {
          at: latencyPlace(first.observation),
          args: {
            observations: point.observations,
            at: point.at,
            follows: curve.follows,
            ...spread,
          },
          related: relatedObservations(others),
        };
      }
    }
  },
});

/** The lowest and the highest, in seconds, where they are too far apart. */
function spreadOf(
  point: CurvePoint,
): { readonly lowest: number; readonly highest: number } | undefined {
  const { value } = point.latency;
  const range = observedRange(point);
  if (!range || range.high <= range.low * (1 + TOLERATED_SPREAD)) return undefined;
  return { lowest: range.low * value, highest: range.high * value };
}
