/** Places on a drawing, in its own pixels. */
import type { Chart as Drawing } from 'chart.js';
import type { Theme } from '../theme';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function across(drawing: Drawing, value: number): number {
  return drawing.scales.x?.getPixelForValue(value) ?? Number.NaN;
}

export function up(drawing: Drawing, value: number): number {
  return drawing.scales.y?.getPixelForValue(value) ?? Number.NaN;
}

/** Where the library put a point; undefined for gaps and what has no place on the axes. */
export function spotOf(drawing: Drawing, series: number, index: number): Spot | undefined {
  const element = drawing.getDatasetMeta(series).data[index];
  if (element === undefined) return undefined;
  const { x, y } = element;
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function inside(box: Box, area: Box): boolean {
  return (
    box.left >= area.left &&
    box.right <= area.right &&
    box.top >= area.top &&
    box.bottom <= area.bottom
  );
}

export function isIn({ x, y }: Spot, area: Box): boolean {
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
}

export function fontOf(theme: Theme, weight = 'normal'): string {
  return `${weight} ${theme.fontSize}px ${theme.fontFamily}`;
}

/** Draws within the axes, and leaves the context as it was. */
export function clipped(drawing: Drawing, draw: (context: CanvasRenderingContext2D) => void): void {
  const { ctx, chartArea: area } = drawing;
  ctx.save();
  ctx.beginPath();
  ctx.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  ctx.clip();
  draw(ctx);
  ctx.restore();
}

/** Words that stay legible over lines: first their outline in the background's colour. */
export function write(
  context: CanvasRenderingContext2D,
  theme: Theme,
  text: string,
  { x, y }: Spot,
  colour: string,
): void {
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = theme.background;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
