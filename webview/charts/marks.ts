/** Draws the shapes of points: the same in drawing and legend, and of about equal area. */
import type { Chart as Drawing } from 'chart.js';
import type { Mark } from '../../src/charts/chart';
import { around, type Box } from '../../src/charts/svg/box';
import type { Theme } from '../theme';
import { isIn, spotOf, type Spot } from './canvas';
import { isSelected, type Scene } from './scene';

/** Paths around the middle at 0 0. */
export const SHAPES: Readonly<Record<Exclude<Mark, 'none'>, string>> = {
  circle: 'M-4.8 0a4.8 4.8 0 1 0 9.6 0a4.8 4.8 0 1 0 -9.6 0z',
  triangle: 'M0 -6L5.8 4.4H-5.8z',
  square: 'M-4.4 -4.4H4.4V4.4H-4.4z',
  diamond: 'M0 -6L5.6 0L0 6L-5.6 0z',
  cross:
    'M2.7 -5.5L5.5 -2.7L2.8 0L5.5 2.7L2.7 5.5L0 2.8L-2.7 5.5L-5.5 2.7L-2.8 0L-5.5 -2.7L-2.7 -5.5L0 -2.8z',
  // Its tips show behind an observation at the same place.
  star: 'M0 -8.4L2.1 -2.9L8 -2.6L3.4 1.1L4.9 6.8L0 3.5L-4.9 6.8L-3.4 1.1L-8 -2.6L-2.1 -2.9z',
};

export function drawMarks(drawing: Drawing, scene: Scene): void {
  const { theme } = scene;
  for (const { point, mark, spot, colour } of placedMarks(drawing, scene)) {
    drawMark(drawing.ctx, theme, spot, {
      mark,
      colour: theme.colours[colour],
      isHollow: point.hollow ?? false,
      size: isSelected(scene, point) ? 1.25 : 1,
    });
  }
}

/** Returns the areas where no words should stand. */
export function markBoxes(drawing: Drawing, scene: Scene): readonly Box[] {
  return placedMarks(drawing, scene).map(({ spot }) => around(spot, 6));
}

function placedMarks(drawing: Drawing, { chart }: Scene) {
  return chart.series.flatMap(({ points, colour, kind }, series) =>
    points.flatMap((point, index) => {
      const { mark } = point;
      if (kind === 'bars' || mark === 'none') return [];
      const spot = spotOf(drawing, series, index);
      const isShown = spot !== undefined && isIn(spot, drawing.chartArea);
      return isShown ? [{ point, mark, spot, colour }] : [];
    }),
  );
}

interface MarkLook {
  readonly mark: Exclude<Mark, 'none'>;
  readonly colour: string;
  readonly isHollow: boolean;
  readonly size: number;
}

export function drawMark(
  context: CanvasRenderingContext2D,
  theme: Theme,
  { x, y }: Spot,
  { mark, colour, isHollow, size }: MarkLook,
): void {
  const shape = new Path2D(SHAPES[mark]);
  context.save();
  context.translate(x, y);
  context.scale(size, size);
  context.lineJoin = 'round';
  context.fillStyle = isHollow ? theme.background : colour;
  context.strokeStyle = isHollow ? colour : theme.background;
  context.lineWidth = isHollow ? (theme.highContrast ? 2.5 : 1.8) : 1;
  context.fill(shape);
  context.stroke(shape);
  context.restore();
}
