/** Draws the latency curve of an engine, dashed outside what was observed, and the band around it. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import { curveReadings, type CurveReading } from '../engine/explore/curveReadings';
import { formatQuantity } from '../messages/numbers';
import { describeBand } from '../messages/provenance';
import type { ChartPoint, Series } from './chart';
import { engineColour } from './colours';
import { dashedIf } from './hollow';
import { figureLine, nameOf } from './words';

export function curveSeries(assessment: Assessment, engine: EngineAssessment): readonly Series[] {
  const readings = curveReadings(assessment, engine).filter(({ at, latency }) =>
    Number.isFinite(at + latency.value),
  );
  const id = `engine/${engine.spec.name}`;
  const name = nameOf(engine.spec);
  const colour = engineColour(assessment, engine);
  const band = readings.flatMap((reading) => bandPoint(reading));
  const points = readings.map((reading, index): ChartPoint => {
    const { at, latency, extrapolated } = reading;
    // Up to the first observation the line is no better known than its start.
    const isDashed = extrapolated || (readings[index - 1]?.extrapolated ?? false);
    return {
      x: at,
      y: latency.value,
      mark: 'none',
      ...dashedIf(isDashed),
      // Engines with several scenarios share a colour.
      ...(index === readings.length - 1 ? { tag: name } : {}),
      says: readingLines(name, engine, reading),
    };
  });
  const line: Series = { id: `${id}/curve`, label: name, kind: 'line', colour, points };
  if (band.length < 2) return [line];
  return [
    { id: `${id}/band`, label: undefined, kind: 'line', colour, band: true, points: band },
    line,
  ];
}

function bandPoint({ at, latency, band }: CurveReading): readonly ChartPoint[] {
  if (!band) return [];
  const { low, high } = band;
  return [{ x: at, y: latency.value, low: low.value, high: high.value, mark: 'none', says: [] }];
}

function readingLines(
  name: string,
  { curve }: EngineAssessment,
  { at, latency, band }: CurveReading,
): readonly string[] {
  return [
    `${name}, ${placeOf(curve.follows, at)}`,
    ...figureLine(t`Latency`, latency),
    ...(band ? [t`Band: ${describeBand(band)}`] : []),
  ];
}

/** Returns `8 slots` or `5 in flight`. */
export function placeOf(follows: 'load' | 'parallel', at: number): string {
  return formatQuantity(at, follows === 'parallel' ? 'slots/server' : 'requests/server');
}
