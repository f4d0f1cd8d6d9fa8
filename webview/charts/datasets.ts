/** A chart's series as the library's datasets, in the same order. */
import type { ChartDataset, PointStyle } from 'chart.js';
import type { ChartPoint, Mark, Series } from '../../src/charts/chart';
import { isSelected, isSelectedLine, type Scene } from './scene';

export type Dataset = ChartDataset<'line' | 'bar'>;

const STYLES: Readonly<Record<Mark, PointStyle>> = {
  circle: 'circle',
  triangle: 'triangle',
  square: 'rect',
  diamond: 'rectRot',
  cross: 'crossRot',
  star: 'star',
  none: false,
};

/** What these shapes are made of is their border. */
const LINES_ONLY: ReadonlySet<Mark> = new Set(['cross', 'star']);

export function datasetsOf(scene: Scene): Dataset[] {
  return scene.chart.series.map((series) =>
    series.kind === 'bars' ? bars(scene, series) : line(scene, series),
  );
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
  const thin = theme.highContrast ? 2.5 : 1.75;
  const strong = isSelectedLine(scene, series);
  return {
    type: 'line',
    ...common(series),
    showLine: series.kind !== 'points',
    stepped: series.kind === 'steps',
    borderColor: colour,
    borderWidth: series.band ? 0 : strong ? thin + 1.75 : thin,
    borderJoinStyle: 'round',
    borderDash: series.whatIf ? [2, 3] : [],
    segment: {
      borderDash: ({ p1DataIndex }) => (points[p1DataIndex]?.dashed ? [6, 5] : undefined),
    },
    pointStyle: points.map(({ mark }) => STYLES[mark]),
    pointRadius: points.map((point) => radius(scene, point)),
    pointHoverRadius: points.map((point) => radius(scene, point)),
    pointBackgroundColor: points.map(({ hollow }) => (hollow ? theme.background : colour)),
    pointBorderColor: colour,
    pointBorderWidth: points.map(({ mark }) => (LINES_ONLY.has(mark) ? thin + 0.5 : thin)),
  };
}

function common(series: Series) {
  const { label, points } = series;
  return {
    label: label ?? '',
    data: points.map(({ x, y }) => ({ x, y: y ?? Number.NaN })),
    parsing: false as const,
    // A mark on the edge is whole; a line beyond it is not drawn.
    clip: series.kind === 'points' ? 8 : 1,
  };
}

/** Zero for what has no mark; it can still be read. */
function radius(scene: Scene, point: ChartPoint): number {
  if (point.mark === 'none') return 0;
  return isSelected(scene, point) ? 7 : 5;
}
