/**
 * Curves of percentiles that no observation states, from lower ones that they do. Mean and percentile of one run show
 * the spread of its times, and so the length of its tail.
 */
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure } from '../figure/figures';
import { withCaveats } from '../figure/provenance';
import type { ObservationAssessment } from '../observation/observationAssessment';
import { observedReading } from '../observation/observedTimes';
import { PERCENTILE_SHARES } from '../plan/percentiles';
import { PERCENTILES, type Percentile } from '../plan/plan';
import { cvOfSpread, LEAST_TELLING_SHARE, timesTheMean } from '../queueing/spread';
import { memoize } from '../util/cache';
import { buildCurve, type LatencyCurve } from './curve';
import type { EngineAssessment } from './engineAssessment';

/** Curve of a percentile by spread; without points if no observation states a mean and a percentile at a known load. */
export function curveBySpread(engine: EngineAssessment, quantity: Percentile): LatencyCurve {
  const known = curvesOf(engine);
  let curve = known.get(quantity);
  if (!curve) {
    curve = buildSpreadCurve(engine, quantity);
    known.set(quantity, curve);
  }
  return curve;
}

const curvesOf = memoize((_: EngineAssessment) => new Map<Percentile, LatencyCurve>());

function buildSpreadCurve(engine: EngineAssessment, quantity: Percentile): LatencyCurve {
  const told = (engine.atLengths?.atSame ?? engine.observations).flatMap(
    (assessed): ObservationAssessment[] => {
      const latency = percentileBySpread(assessed, quantity);
      return latency ? [{ ...assessed, latency, withAllUsers: undefined }] : [];
    },
  );
  return buildCurve(engine.spec, told);
}

function percentileBySpread(
  assessed: ObservationAssessment,
  quantity: Percentile,
): Figure | undefined {
  const { latency: mean, queued } = assessed;
  const other = queued ? undefined : nearestStated(assessed, quantity);
  if (mean?.bound !== 'exact' || other?.figure.bound !== 'exact') return undefined;
  const cv = cvOfSpread(other.figure.value / mean.value, other.share);
  if (cv === undefined) return undefined;
  const share = PERCENTILE_SHARES[quantity];
  const inputs = {
    share: constantFigure(share, 'share'),
    latency: mean,
    otherShare: constantFigure(other.share, 'share'),
    other: other.figure,
  };
  const seconds = timesTheMean(cv, share) * mean.value;
  const figure = deriveFigure('percentile.bySpread', seconds, 's', inputs);
  return { ...figure, provenance: withCaveats(figure.provenance, ['modelled-tail']) };
}

/** Next lower percentile, which shows the spread. A higher one bounds it without a model. */
function nearestStated(assessed: ObservationAssessment, quantity: Percentile) {
  const lower = PERCENTILES.slice(0, PERCENTILES.indexOf(quantity));
  for (const percentile of lower.reverse()) {
    const share = PERCENTILE_SHARES[percentile];
    const reading = assessed.observation.percentileSeconds[percentile];
    if (!reading || share < LEAST_TELLING_SHARE) continue;
    return { share, figure: observedReading(reading, assessed, percentile) };
  }
  return undefined;
}
