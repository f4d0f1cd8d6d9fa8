/** Rings around points: what is selected, and what is not in the file. */
import type { Chart as Drawing } from 'chart.js';
import { isIn, spotOf } from './canvas';
import { isSelected, type Scene } from './scene';

const TURN = 2 * Math.PI;

export function drawRings(drawing: Drawing, scene: Scene): void {
  const { chart, theme } = scene;
  const { ctx, chartArea } = drawing;
  ctx.save();
  chart.series.forEach(({ points, whatIf, colour, kind }, series) => {
    if (kind === 'bars') return;
    points.forEach((point, index) => {
      // A line that is selected is a stronger one.
      const selected = kind === 'points' && isSelected(scene, point);
      if (point.mark === 'none' || (!selected && !whatIf)) return;
      const spot = spotOf(drawing, series, index);
      if (spot === undefined || !isIn(spot, chartArea)) return;
      ctx.lineWidth = theme.highContrast ? 2.5 : 1.5;
      if (whatIf) {
        ctx.setLineDash([3, 2]);
        ctx.strokeStyle = theme.colours[colour];
        circle(ctx, spot, 9);
      }
      if (selected) {
        ctx.setLineDash([]);
        ctx.strokeStyle = theme.focus;
        circle(ctx, spot, 12);
      }
    });
  });
  ctx.restore();
}

function circle(
  context: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  radius: number,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.stroke();
}
