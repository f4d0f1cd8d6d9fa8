/** A latency that falls as the load grows: mostly two benchmarks that are not of the same thing. */
import { findFalls, type CurvePoint } from '../../engine/curve/curve';
import { hasRandomArrivals } from '../../engine/observation/observedArrivals';
import { latencyPlace, relatedObservations } from './shared/places';
import { defineRule } from './rule';

function mayWait({ observations }: CurvePoint): boolean {
  return observations.some(({ observation }) => hasRandomArrivals(observation));
}

export const observationNotMonotone = defineRule({
  code: 'observation.not-monotone',
  defaultSeverity: 'warning',
  title: 'The latency of an observation is lower than that of one at a lighter load',
  *check({ assessment }) {
    for (const { curve } of assessment.engines) {
      for (const [lighter, heavier] of findFalls(curve)) {
        const [observation] = heavier.observations;
        if (!observation) continue;
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
