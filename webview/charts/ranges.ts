/** Draws uncertainty: a band along a line, or a bar on a point. */
import type { Chart as Drawing } from 'chart.js';
import type { ChartPoint } from '../../src/charts/chart';
import { across, clipped, up } from './canvas';
import type { Scene } from './scene';

const MARK_HEIGHT = 12;

interface Ranged extends ChartPoint {
  readonly low: number;
  readonly high: number;
}

export function drawBands(drawing: Drawing, { chart, theme }: Scene): void {
  clipped(drawing, (context) => {
    for (const { band, points, colour } of chart.series) {
      const ranged = points.filter(isRanged);
      if (!band || ranged.length === 0) continue;
      context.beginPath();
      for (const { x, high } of ranged) context.lineTo(across(drawing, x), up(drawing, high));
      for (const { x, low } of [...ranged].reverse()) {
        context.lineTo(across(drawing, x), up(drawing, low));
      }
      context.closePath();
      if (theme.highContrast) {
        // A faint area would be a shade of grey.
        context.lineWidth = 1;
        context.strokeStyle = theme.colours[colour];
        context.stroke();
        continue;
      }
      context.fillStyle = theme.colours[colour];
      context.globalAlpha = 0.16;
      context.fill();
      context.globalAlpha = 1;
    }
  });
}

export function drawErrorBars(drawing: Drawing, { chart, theme }: Scene): void {
  clipped(drawing, (context) => {
    context.lineWidth = theme.highContrast ? 2.5 : 1.5;
    for (const { band, points, colour } of chart.series) {
      if (band) continue;
      context.strokeStyle = theme.colours[colour];
      for (const { x, low, high, mark } of points.filter(isRanged)) {
        const at = across(drawing, x);
        // A bar behind its own mark only looks untidy.
        const length = up(drawing, low) - up(drawing, high);
        if (mark !== 'none' && Math.abs(length) < MARK_HEIGHT) continue;
        context.beginPath();
        context.moveTo(at, up(drawing, low));
        context.lineTo(at, up(drawing, high));
        for (const end of [low, high]) {
          context.moveTo(at - 4, up(drawing, end));
          context.lineTo(at + 4, up(drawing, end));
        }
        context.stroke();
      }
    }
  });
}

function isRanged(point: ChartPoint): point is Ranged {
  return point.low !== undefined && point.high !== undefined;
}
