/** Finds places and writes words on a drawing, in its own pixels. */
import type { Chart as Drawing } from 'chart.js';
import type { Box as LabelBox } from '../../src/charts/svg/box';
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

/** A dataset whose line is drawn beside its values. */
export interface Shifted {
  readonly shift?: Spot;
}

/** Returns how far a line is drawn from its values, in pixels. */
export function shiftOf(drawing: Drawing, series: number): Spot {
  const { shift } = (drawing.data.datasets[series] ?? {}) as Shifted;
  return shift ?? NO_SHIFT;
}

const NO_SHIFT: Spot = { x: 0, y: 0 };

/** Returns the place of a point, or undefined for gaps and points outside of the axes. */
export function spotOf(drawing: Drawing, series: number, index: number): Spot | undefined {
  const element = drawing.getDatasetMeta(series).data[index];
  if (element === undefined) return undefined;
  const shift = shiftOf(drawing, series);
  const [x, y] = [element.x + shift.x, element.y + shift.y];
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined;
}

export function isIn({ x, y }: Spot, area: Box): boolean {
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
}

export function fontOf(theme: Theme, weight = 'normal'): string {
  return `${weight} ${theme.fontSize}px ${theme.fontFamily}`;
}

/** Font of words in a drawing. */
export const labelFont = fontOf;

/** Returns the area within the axes. */
export function plotOf({ chartArea: { left, top, right, bottom } }: Drawing): LabelBox {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Measures words in the current font. */
export function labelSize(context: CanvasRenderingContext2D, text: string, theme: Theme) {
  return { width: context.measureText(text).width, height: theme.fontSize * 1.2 };
}

/** Cuts a text that is too long with an ellipsis, in the current font. */
export function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  const isFitting = (words: string): boolean => context.measureText(words).width <= width;
  if (isFitting(text)) return text;
  const characters = Array.from(text);
  let [fits, exceeds] = [0, characters.length];
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2);
    if (isFitting(`${characters.slice(0, middle).join('')}…`)) fits = middle;
    else exceeds = middle;
  }
  return fits === 0 ? '' : `${characters.slice(0, fits).join('').trimEnd()}…`;
}

/** Draws within the axes, and restores the context. */
export function clipped(drawing: Drawing, draw: (context: CanvasRenderingContext2D) => void): void {
  const { ctx, chartArea: area } = drawing;
  ctx.save();
  ctx.beginPath();
  ctx.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  ctx.clip();
  draw(ctx);
  ctx.restore();
}

/** Writes legible words over lines: first their outline in the background's colour. */
export function write(
  context: CanvasRenderingContext2D,
  theme: Theme,
  text: string,
  box: LabelBox,
  colour: string,
): void {
  const { x } = box;
  const y = box.y + box.height / 2;
  context.setLineDash([]);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = theme.background;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
