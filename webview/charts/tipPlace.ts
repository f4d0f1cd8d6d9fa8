/** Finds the place of a tip: beside its point, never over it. In pixels of the plot. */

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels between a point and its tip: more than a mark with its ring. */
const GAP = 14;

/** Returns the left and top of a tip. If no side of the point has room, it is below the plot. */
export function tipPlace(
  { x, y }: { readonly x: number; readonly y: number },
  tip: Size,
  plot: Size,
): { readonly left: number; readonly top: number } {
  const top = within(y - GAP, plot.height - tip.height);
  if (tip.height <= plot.height) {
    if (x + GAP + tip.width <= plot.width) return { left: x + GAP, top };
    if (x - GAP - tip.width >= 0) return { left: x - GAP - tip.width, top };
  }
  const left = within(x - tip.width / 2, plot.width - tip.width);
  if (y - GAP - tip.height >= 0) return { left, top: y - GAP - tip.height };
  if (y + GAP + tip.height <= plot.height) return { left, top: y + GAP };
  return { left, top: Math.max(y + GAP, plot.height) };
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
