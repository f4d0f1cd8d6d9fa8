/** Draws a sample of the legend into a picture. On the page the legend uses elements. */
import type { Sample } from '../../src/charts/svg/legendEntries';
import type { Theme } from '../theme';
import type { Spot } from './canvas';
import { DOTS } from './datasets';
import { drawMark } from './marks';
import { drawTriedRing } from './rings';

/** Draws a sample around its middle. */
export function drawSample(
  context: CanvasRenderingContext2D,
  theme: Theme,
  sample: Sample,
  at: Spot,
): void {
  const colour = theme.colours[sample.colour];
  context.save();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 2;
  switch (sample.kind) {
    case 'bars':
    case 'band':
      drawPatch(context, theme, sample, at);
      break;
    case 'range':
      drawRange(context, at);
      break;
    case 'points':
      drawPoint(context, theme, sample, at);
      if (sample.isTried) drawTriedRing(context, theme, at, colour);
      break;
    default:
      drawLine(context, sample, at);
      drawPoint(context, theme, sample, at);
  }
  context.restore();
}

function drawPatch(
  context: CanvasRenderingContext2D,
  theme: Theme,
  { kind, isHollow, isDashed }: Sample,
  { x, y }: Spot,
): void {
  const isOutlined =
    (kind === 'bars' && (isHollow || isDashed)) || (kind === 'band' && theme.highContrast);
  const isFaint = kind === 'band' && !theme.highContrast;
  if (isFaint) context.globalAlpha = 0.2;
  if (isOutlined) context.fillStyle = theme.background;
  context.fillRect(x - 6, y - 5, 12, 10);
  if (!isOutlined) return;
  context.lineWidth = 1.5;
  context.setLineDash(isDashed ? [3, 2] : []);
  context.strokeRect(x - 6, y - 5, 12, 10);
}

function drawRange(context: CanvasRenderingContext2D, { x, y }: Spot): void {
  context.lineWidth = 1.5;
  context.beginPath();
  for (const end of [y - 6.5, y + 6.5]) {
    context.moveTo(x - 4, end);
    context.lineTo(x + 4, end);
  }
  context.moveTo(x, y - 6.5);
  context.lineTo(x, y + 6.5);
  context.stroke();
}

function drawLine(
  context: CanvasRenderingContext2D,
  { isDashed, look }: Sample,
  { x, y }: Spot,
): void {
  if (look === 'thin') context.lineWidth = 1;
  if (look === 'dotted') context.lineCap = 'round';
  context.setLineDash(look === 'dotted' ? DOTS : isDashed ? [3, 2] : []);
  context.beginPath();
  context.moveTo(x - 10, y);
  context.lineTo(x + 10, y);
  context.stroke();
  context.setLineDash([]);
}

function drawPoint(
  context: CanvasRenderingContext2D,
  theme: Theme,
  { mark, isHollow, colour }: Sample,
  at: Spot,
): void {
  if (mark === 'none') return;
  drawMark(context, theme, at, { mark, colour: theme.colours[colour], isHollow, size: 1 });
}
