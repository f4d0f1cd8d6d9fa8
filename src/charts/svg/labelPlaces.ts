/** Lists places for a label, best first: beside a point, on a bar, along a line across. In pixels. */
import { bottom, right, type Box, type Place } from './box';

interface LabelSize {
  readonly width: number;
  readonly height: number;
}

/** Returns places to the right first, as people read, then further away. */
export function placesAround({ x, y }: Place, size: LabelSize, radius: number): readonly Box[] {
  const { width, height } = size;
  return [1, 2.4, 4].flatMap((times) => {
    const away = (radius + 2) * times;
    const slant = away * 0.75;
    const middle = y - height / 2;
    const lefts = { east: x + away, west: x - away - width, middle: x - width / 2 };
    const corners: readonly (readonly [number, number])[] = [
      [lefts.east, middle],
      [x + slant, y - slant - height],
      [x + slant, y + slant],
      [lefts.middle, y - away - height],
      [lefts.middle, y + away],
      [lefts.west, middle],
      [x - slant - width, y - slant - height],
      [x - slant - width, y + slant],
    ];
    return corners.map(([left, top]) => ({ x: left, y: top, ...size }));
  });
}

/** Returns places on the top of a bar. */
export function placesAbove({ x, y }: Place, size: LabelSize): readonly Box[] {
  return [3, 16].map((away) => ({
    x: x - size.width / 2,
    y: y - away - size.height,
    ...size,
  }));
}

/** Returns places above or below a line across, at its ends or in its middle. */
export function besideRow(at: number, size: LabelSize, plot: Box): readonly Box[] {
  const { width, height } = size;
  const lefts = [right(plot) - width - 2, plot.x + 6, plot.x + (plot.width - width) / 2];
  const tops = [at - height - 2, at + 3];
  return lefts.flatMap((x) => tops.map((y) => ({ x, y, ...size })));
}

/** Returns places right or left of an upright line, as high as possible. */
export function besideColumn(at: number, size: LabelSize, plot: Box): readonly Box[] {
  const { width, height } = size;
  const rows = Math.floor((bottom(plot) - plot.y) / (height + 2));
  return Array.from({ length: rows }, (_, row) => plot.y + 3 + row * (height + 2)).flatMap((y) =>
    [at + 6, at - 6 - width].map((x) => ({ x, y, ...size })),
  );
}

/**
 * Returns the end of a line from a point to its distant label. Returns undefined if the label is next to the point.
 */
export function leaderTo(at: Place, box: Box, radius: number): Place | undefined {
  const x = Math.min(Math.max(at.x, box.x), right(box));
  const y = Math.min(Math.max(at.y, box.y + 2), bottom(box) - 2);
  return Math.hypot(x - at.x, y - at.y) < radius * 2 ? undefined : { x, y };
}
