/** Draws rings around points that are selected or tried. */
import type { Chart as Drawing } from 'chart.js';
import type { Theme } from '../theme';
import { isIn, spotOf, type Spot } from './canvas';
import { isSelected, type Scene } from './scene';

const TURN = 2 * Math.PI;

export function drawRings(drawing: Drawing, scene: Scene): void {
  const { chart, theme } = scene;
  const { ctx, chartArea } = drawing;
  ctx.save();
  chart.series.forEach(({ points, whatIf, colour, kind }, series) => {
    if (kind === 'bars') return;
    points.forEach((point, index) => {
      // A selected line is drawn stronger instead.
      const selected = kind === 'points' && isSelected(scene, point);
      if (point.mark === 'none' || (!selected && !whatIf)) return;
      const spot = spotOf(drawing, series, index);
      if (spot === undefined || !isIn(spot, chartArea)) return;
      if (whatIf) drawTriedRing(ctx, theme, spot, theme.colours[colour]);
      if (selected) {
        ctx.lineWidth = theme.highContrast ? 2.5 : 1.5;
        ctx.setLineDash([]);
        ctx.strokeStyle = theme.focus;
        circle(ctx, spot, 12);
      }
    });
  });
  ctx.restore();
}

export function drawTriedRing(
  context: CanvasRenderingContext2D,
  theme: Theme,
  spot: Spot,
  colour: string,
): void {
  context.lineWidth = theme.highContrast ? 2.5 : 1.5;
  context.setLineDash([3, 2]);
  context.strokeStyle = colour;
  circle(context, spot, 9);
}

function circle(context: CanvasRenderingContext2D, { x, y }: Spot, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.stroke();
}
