/** Draws the shapes of points. All have about the same area, so that none looks larger. */
import type { Mark } from '../chart';
import type { Place } from './box';
import { BACKGROUND } from './palette';
import { coordinate, element } from './xml';

interface MarkStyle {
  readonly colour: string;
  readonly isHollow: boolean;
}

/** Radius of a mark, in pixels. */
export const MARK_RADIUS = 6;

/** @param title Tooltip of a browser, as XML. */
export function markElement(mark: Mark, at: Place, style: MarkStyle, title = ''): string {
  if (mark === 'none') return '';
  const paint = {
    fill: style.isHollow ? BACKGROUND : style.colour,
    stroke: style.isHollow ? style.colour : BACKGROUND,
    'stroke-width': style.isHollow ? 1.8 : 1,
    'stroke-linejoin': 'round',
  };
  if (mark === 'circle')
    return element('circle', { cx: at.x, cy: at.y, r: 4.8, ...paint }, [title]);
  const path = CORNERS[mark].map(([x, y]) => `${coordinate(at.x + x)},${coordinate(at.y + y)}`);
  return element('path', { d: `M${path.join('L')}Z`, ...paint }, [title]);
}

/** Draws a ring around a point that is tried and not in the file. */
export function triedRing({ x, y }: Place, colour: string): string {
  return element('circle', {
    cx: x,
    cy: y,
    r: 9,
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.4,
    'stroke-dasharray': '3 2',
  });
}

type Corner = readonly [x: number, y: number];

const CORNERS: Readonly<Record<Exclude<Mark, 'circle' | 'none'>, readonly Corner[]>> = {
  triangle: [
    [0, -6],
    [5.8, 4.4],
    [-5.8, 4.4],
  ],
  square: [
    [-4.4, -4.4],
    [4.4, -4.4],
    [4.4, 4.4],
    [-4.4, 4.4],
  ],
  diamond: [
    [0, -6],
    [5.4, 0],
    [0, 6],
    [-5.4, 0],
  ],
  cross: crossCorners(5.8, 2),
  // Its tips show behind an observation at the same place.
  star: starCorners(8.2, 3.4),
};

/** Returns the corners of an ×, the sign of a miss in sentences: a plus sign turned by 45°. */
function crossCorners(long: number, short: number): readonly Corner[] {
  const upright: readonly Corner[] = [
    [-short, -long],
    [short, -long],
    [short, -short],
  ];
  const quarter = upright.map(([x, y]): Corner => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]);
  return [0, 1, 2, 3].flatMap((turns) => quarter.map((corner) => turn(corner, turns)));
}

function turn(corner: Corner, quarters: number): Corner {
  return quarters === 0 ? corner : turn([-corner[1], corner[0]], quarters - 1);
}

/** Returns the corners of a star with five points, the first upwards. */
function starCorners(outer: number, inner: number): readonly Corner[] {
  return Array.from({ length: 10 }, (_, index): Corner => {
    const radius = index % 2 === 0 ? outer : inner;
    const angle = (index * Math.PI) / 5;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  });
}
