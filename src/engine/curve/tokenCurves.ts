/**
 * Curves of an engine at the token lengths of a workload, by the token model (`tokens/`). Observations at these lengths
 * decide where they are. The model gives the rest: other loads, other lengths, or all of it from the hardware alone.
 */
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure } from '../figure/figures';
import type { ObservationAssessment } from '../observation/observationAssessment';
import { compareTokens } from '../observation/tokens';
import type { Workload } from '../plan/plan';
import { memoize } from '../util/cache';
import { placeObservations, type LatencyCurve } from './curve';
import type { EngineAssessment, EngineAtLengths } from './engineAssessment';
import { knotsThrough, rangeAlong } from './modelledKnots';
import { lengthsOf, readLengths, tokenLengths, type Lengths } from './observedLengths';
import { showing } from './quantityCurves';
import { observationsBehind, serverOf, type FittedServer } from './fittedServer';
import type { LoadPoint, Metric } from './tokens/tokenModel';

/**
 * Engine at the token lengths of a workload. It is the engine itself if the workload states no lengths, or if neither
 * observations nor hardware show what lengths do.
 */
export function engineAt(engine: EngineAssessment, workload: Workload): EngineAssessment {
  const observed = engine.atLengths?.observed ?? engine;
  const { promptTokens, outputTokens, cachedTokens } = workload;
  const isLike = observed.spec.like !== undefined;
  if (!promptTokens && !outputTokens && !isLike) return observed;
  const key = [promptTokens, outputTokens, cachedTokens]
    .map((tokens) => `${tokens?.value ?? ''} ${tokens?.path ?? ''}`)
    .join();
  const known = enginesAt(observed);
  let found = known.get(key);
  if (!found) {
    found = modelAt(observed, workload) ?? observed;
    known.set(key, found);
  }
  return found;
}

const enginesAt = memoize((_: EngineAssessment) => new Map<string, EngineAssessment>());

function modelAt(observed: EngineAssessment, workload: Workload): EngineAssessment | undefined {
  const { curve, observations, spec } = observed;
  // a bound gives no time to scale
  if (curve.points.some(({ latency }) => latency.bound !== 'exact')) return undefined;
  const lengths = readLengths(observationsBehind(observed), workload, spec.like !== undefined);
  const server = lengths && serverOf(observed, workload, lengths);
  if (!server) return undefined;
  const atSame = observations.filter(
    ({ observation }) => compareTokens(observation, workload) !== 'differ',
  );
  const curveOf = (metric: Metric): LatencyCurve =>
    curveAt({ observed, workload, lengths, server, atSame, metric });
  let tokenTimes: EngineAtLengths['tokenTimes'] | undefined;
  return {
    spec,
    observations,
    curve: curveOf('latency'),
    atLengths: {
      observed,
      atSame,
      fitted: { model: server.model, lengths },
      get tokenTimes() {
        // most targets ask for neither
        return (tokenTimes ??= { ttft: curveOf('ttft'), tpot: curveOf('tpot') });
      },
    },
  };
}

interface Asked {
  readonly observed: EngineAssessment;
  readonly workload: Workload;
  readonly lengths: Lengths;
  readonly server: FittedServer;
  readonly atSame: readonly ObservationAssessment[];
  readonly metric: Metric;
}

function curveAt(question: Asked): LatencyCurve {
  const { observed, lengths, server, metric } = question;
  const { follows } = observed.curve;
  const { points, setAside } = placeObservations(timesAtSame(question), follows);
  const { promptTokens, outputTokens } = lengths;
  const asked = tokenLengths(lengths);
  const pointAt = (load: number): LoadPoint => ({ load, ...asked });
  const known = points.map(({ at, latency }) => [at, latency.value] as const);
  const knots = knotsThrough(
    known,
    (load) => server.model.valueAt(pointAt(load), metric),
    metric === 'latency',
    (load) => server.model.running(pointAt(load)),
  );
  return {
    follows,
    points,
    setAside,
    knots,
    shape: 'tokens',
    modelled: {
      reach: server.reach,
      server: server.basis,
      promptTokens,
      outputTokens,
      rangeAt: rangeAlong(knots, (load) => {
        const { value, high } = server.model.bandAt(pointAt(load), metric);
        return high / value;
      }),
    },
  };
}

/** Observations at the workload's lengths, with the time of the metric in place of their latency. */
function timesAtSame({
  atSame,
  workload,
  metric,
  lengths,
  server,
}: Asked): readonly ObservationAssessment[] {
  return atSame.flatMap((assessed): ObservationAssessment[] => {
    const shown = metric === 'latency' ? assessed : showing(assessed, metric, workload);
    if (!shown?.latency) return [];
    const { observation, load } = shown;
    const point = {
      load: Math.max(1, load?.value ?? observation.parallel?.value ?? 1),
      ...lengthsOf(observation, lengths),
    };
    const asked = { load: point.load, ...tokenLengths(lengths) };
    const factor = server.model.valueAt(asked, metric) / server.model.valueAt(point, metric);
    return [{ ...shown, latency: rescaled(shown.latency, factor) }];
  });
}

/** Time at slightly other lengths, which count as the same. */
function rescaled(latency: Figure, factor: number): Figure {
  if (factor === 1) return latency;
  const inputs = { latency, factor: constantFigure(factor, 'factor') };
  return deriveFigure('latency.rescaled', latency.value * factor, 's', inputs, latency.bound);
}
