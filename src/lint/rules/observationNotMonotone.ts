/** A latency that falls as the load grows: mostly two benchmarks that are not of the same thing. */
import { findFalls, type CurvePoint } from '../../engine/curve/curve';
import type { Figure } from '../../engine/figure/figure';
import { hasRandomArrivals } from '../../engine/observation/observedArrivals';
import { latencyPlace, relatedObservations } from './shared/places';
import { defineRule, type Reports } from './shared/rule';

function mayWait({ observations }: CurvePoint): boolean {
  return observations.some(({ observation }) => hasRandomArrivals(observation));
}

interface ObservationNotMonotoneArgs {
  readonly lighter: { readonly at: number; readonly latency: Figure };
  readonly heavier: { readonly at: number; readonly latency: Figure };
  /** Requests came by chance to the lighter one alone: it may have waiting in it. */
  readonly lighterMayWait: boolean;
  /** Whether `at` counts requests in flight or slots. */
  readonly follows: 'load' | 'parallel';
}

export const observationNotMonotone = defineRule({
  code: 'observation.not-monotone',
  defaultSeverity: 'warning',
  title: 'Latency falls as load grows',
  *check({ assessment }): Reports<ObservationNotMonotoneArgs> {
    for (const { curve } of assessment.engines) {
      for (const [lighter, heavier] of findFalls(curve)) {
        const [observation] = heavier.observations;
        yield {
          at: latencyPlace(observation.observation),
          args: {
            lighter: { at: lighter.at, latency: lighter.latency },
            heavier: { at: heavier.at, latency: heavier.latency },
            lighterMayWait: mayWait(lighter) && !mayWait(heavier),
            follows: curve.follows,
          },
          related: relatedObservations(lighter.observations),
        };
      }
    }
  },
});
