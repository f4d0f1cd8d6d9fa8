/** Converts a chart's series to the library's datasets, in the same order. */
import type { ChartDataset } from 'chart.js';
import { LINE_OFFSET, type Series } from '../../src/charts/chart';
import type { Shifted, Spot } from './canvas';
import { isSelected, isSelectedLine, type Scene } from './scene';

export type Dataset = ChartDataset<'line' | 'bar'> & Shifted;

export function datasetsOf(scene: Scene): Dataset[] {
  return scene.chart.series.map((series, index) => ({
    ...(series.kind === 'bars' ? bars(scene, series) : line(scene, series)),
    // The library draws the first of overlapping series on top. Bars stand side by side, the first at the left.
    order: series.kind === 'bars' ? index : -index,
  }));
}

function bars(scene: Scene, series: Series): Dataset {
  const { theme } = scene;
  const colour = theme.colours[series.colour];
  const lit = series.points.map((point) => isSelected(scene, point));
  return {
    type: 'bar',
    ...common(series),
    backgroundColor: series.points.map((p) => (p.hollow ? theme.background : colour)),
    borderColor: lit.map((selected) => (selected ? theme.focus : colour)),
    borderWidth: lit.map((selected) => (selected || theme.highContrast ? 3 : 1.5)),
    maxBarThickness: 28,
  };
}

function line(scene: Scene, series: Series): Dataset {
  const { theme } = scene;
  const { points } = series;
  const colour = theme.colours[series.colour];
  const plain = theme.highContrast ? 2.5 : 1.75;
  const thin = series.look === 'thin' ? 1 : plain;
  const strong = isSelectedLine(scene, series);
  return {
    type: 'line',
    ...common(series),
    ...(series.offset && { shift: shiftFor(series.kind, series.offset) }),
    showLine: series.kind !== 'points',
    stepped: series.kind === 'steps',
    borderColor: colour,
    borderWidth: series.band ? 0 : strong ? thin + 1.75 : thin,
    borderJoinStyle: 'round',
    borderDash: series.whatIf ? [2, 3] : series.look === 'dotted' ? DOTS : [],
    borderCapStyle: series.look === 'dotted' ? 'round' : 'butt',
    segment: {
      borderDash: ({ p1DataIndex }) => (points[p1DataIndex]?.dashed ? [6, 5] : undefined),
    },
    // Marks are drawn by marks.ts, because the library has no such shapes.
    pointRadius: 0,
    pointHoverRadius: 0,
  };
}

/** Moves levels upwards, and the uprights of steps to the right. */
function shiftFor(kind: Series['kind'], offset: number): Spot {
  const by = offset * LINE_OFFSET;
  return { x: kind === 'steps' ? by : 0, y: -by };
}

/** Dash pattern of a dotted line: round ends turn strokes without a length into dots. */
export const DOTS = [0.1, 4.5];

function common(series: Series) {
  const { label, points } = series;
  return {
    label: label ?? '',
    data: points.map(({ x, y }) => ({ x, y: y ?? Number.NaN })),
    parsing: false as const,
    // A mark on the edge is drawn whole. A line beyond the edge is cut.
    clip: series.kind === 'points' ? 8 : 1,
  };
}
