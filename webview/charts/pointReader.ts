/** Finds a drawing's points, under the pointer or one by one with the keys. */
import type { Chart, ChartPoint } from '../../src/charts/chart';
import { BarElement } from 'chart.js';
import { isIn, spotOf, type Box, type Spot } from './canvas';
import type { Drawing } from './drawing';

export interface Reading {
  readonly point: ChartPoint;
  readonly spot: Spot;
  readonly series: number;
  readonly index: number;
  /** Area of a bar: all of it can be pointed at. */
  readonly area: Box | undefined;
}

/** Pixels that a finger may be off. */
const REACH = 18;

export function readingsOf(drawing: Drawing, chart: Chart): Reading[] {
  return chart.series.flatMap(({ points, band }, series) =>
    points.flatMap((point, index): Reading[] => {
      if (band || point.y === undefined || point.says.length === 0) return [];
      const spot = spotOf(drawing, series, index);
      return spot !== undefined && isIn(spot, drawing.chartArea)
        ? [{ point, spot, series, index, area: barArea(drawing, series, index) }]
        : [];
    }),
  );
}

function barArea(drawing: Drawing, series: number, index: number): Box | undefined {
  const element = drawing.getDatasetMeta(series).data[index];
  if (!(element instanceof BarElement)) return undefined;
  const { x, y, base, width } = element.getProps(['x', 'y', 'base', 'width'], true);
  if (x === null || y === null) return undefined;
  return { left: x - width / 2, right: x + width / 2, top: y, bottom: base };
}

/** Returns the nearest point. A point with a mark wins over one of a line that runs by. */
export function nearest(readings: readonly Reading[], { x, y }: Spot): Reading | undefined {
  const distance = ({ spot, point, area }: Reading) =>
    area !== undefined && isIn({ x, y }, area)
      ? 0
      : Math.hypot(spot.x - x, spot.y - y) + (point.mark === 'none' ? 6 : 0);
  const [first] = readings
    .map((reading) => ({ reading, far: distance(reading) }))
    .filter(({ far }) => far <= REACH)
    .sort((a, b) => a.far - b.far);
  return first?.reading;
}

/** Returns the points at the same place, the meant one first, so that none hides another. */
export function together(readings: readonly Reading[], meant: Reading): readonly Reading[] {
  const others = readings.filter(
    ({ spot, point, series }) =>
      series !== meant.series &&
      point.mark !== 'none' &&
      Math.hypot(spot.x - meant.spot.x, spot.y - meant.spot.y) <= SAME_PLACE,
  );
  return [meant, ...others.slice(0, MOST_TOGETHER - 1)];
}

const SAME_PLACE = 3;
const MOST_TOGETHER = 3;

/** Moves along the series with left and right, and to the next series with up and down. */
export function step(
  readings: readonly Reading[],
  from: Reading | undefined,
  key: string,
): Reading | undefined {
  const here = readings.findIndex((r) => r.series === from?.series && r.index === from.index);
  if (here < 0) return key === 'End' ? readings.at(-1) : readings[0];
  const last = readings.length - 1;
  switch (key) {
    case 'ArrowRight':
      return readings[Math.min(last, here + 1)];
    case 'ArrowLeft':
      return readings[Math.max(0, here - 1)];
    case 'Home':
      return readings[0];
    case 'End':
      return readings[last];
    default:
      return neighbour(readings, readings[here], key === 'ArrowDown' ? 1 : -1);
  }
}

function neighbour(
  readings: readonly Reading[],
  here: Reading | undefined,
  direction: 1 | -1,
): Reading | undefined {
  if (here === undefined) return undefined;
  const all = [...new Set(readings.map(({ series }) => series))];
  const series = all[all.indexOf(here.series) + direction];
  const closest = readings
    .filter((reading) => reading.series === series)
    .sort((a, b) => Math.abs(a.spot.x - here.spot.x) - Math.abs(b.spot.x - here.spot.x));
  return closest[0] ?? here;
}
