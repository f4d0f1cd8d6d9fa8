/** The shapes of points, all of about the same area, so that none looks like more. */
import type { Mark } from '../chart';
import type { Place } from './box';
import { BACKGROUND } from './palette';
import { coordinate, element } from './xml';

interface MarkStyle {
  readonly colour: string;
  readonly isHollow: boolean;
}

/** How far a mark reaches from its centre. */
export const MARK_RADIUS = 6;

/** @param title What a browser shows when the mouse rests on it, as XML. */
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

/** Around what is tried, and not in the file. */
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
  // With tips that show behind what was observed at the same place.
  star: starCorners(8.2, 3.4),
};

/** An ×, as the sentences write a miss: a plus sign turned by an eighth. */
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

/** Five points, the first upwards. */
function starCorners(outer: number, inner: number): readonly Corner[] {
  return Array.from({ length: 10 }, (_, index): Corner => {
    const radius = index % 2 === 0 ? outer : inner;
    const angle = (index * Math.PI) / 5;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  });
}
