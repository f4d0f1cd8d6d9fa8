/** Draws the observations of an engine's curve, by how each is known. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import { placeObservations, type PlacedObservation } from '../engine/explore/curveReadings';
import { SOURCES, type Source } from '../engine/plan/plan';
import { isMeasured } from '../engine/plan/sources';
import type { ChartPoint, Series } from './chart';
import { engineColour, SOURCE_MARKS } from './colours';
import { placeOf } from './curveSeries';
import { hollowIf } from './hollow';
import { figureLine, nameOf } from './words';

export function observationSeries(
  assessment: Assessment,
  engine: EngineAssessment,
): readonly Series[] {
  const colour = engineColour(assessment, engine);
  const placed = placeObservations(engine).filter(({ latency }) => Number.isFinite(latency.value));
  return SOURCES.flatMap((source): readonly Series[] => {
    const points = placed
      .filter(({ observation }) => observation.observation.source.value === source)
      .map((each) => pointOf(engine, source, each));
    if (points.length === 0) return [];
    const id = `engine/${engine.spec.name}/${source}`;
    // The legend explains the marks, and the line of the engine its colour.
    return [{ id, label: undefined, kind: 'points', colour, points }];
  });
}

function pointOf(
  engine: EngineAssessment,
  source: Source,
  { observation, at, latency }: PlacedObservation,
): ChartPoint {
  const { name } = observation.observation;
  const said = name === undefined || name.trim() === '' ? nameOf(engine.spec) : nameOf({ name });
  const place = placeOf(engine.curve.follows, at);
  return {
    x: at,
    y: latency.value,
    mark: SOURCE_MARKS[source],
    ...hollowIf(!isMeasured(source) || latency.bound !== 'exact'),
    // Many observations are named after their load.
    says: [said === place ? said : `${said}, ${place}`, ...figureLine(t`Latency`, latency)],
  };
}
