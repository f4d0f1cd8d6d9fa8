/**
 * Places short names beside points, clear of lines and of each other. A name without room is left out, since the
 * table has all.
 */
import type { Chart as Drawing } from 'chart.js';
import type { Series } from '../../src/charts/chart';
import type { Place } from '../../src/charts/svg/box';
import { leaderTo, placesAround } from '../../src/charts/svg/labelPlaces';
import type { LabelPlacer } from '../../src/charts/svg/placer';
import { alongSegment } from '../../src/charts/svg/trail';
import { fitted, labelFont, labelSize, spotOf, write, type Spot } from './canvas';
import { isSelected, type Scene } from './scene';

/** Pixels from the middle of a mark to its edge. */
const MARK_RADIUS = 6;
const WIDEST = 150;
const MOST_LED = 20;
/** Number of places that are right beside a point. */
const NEAR = 8;

interface Tag {
  readonly text: string;
  readonly spot: Spot;
  readonly selected: boolean;
}

export function drawTags(drawing: Drawing, scene: Scene, placer: LabelPlacer): void {
  const { theme } = scene;
  const { ctx } = drawing;
  ctx.save();
  const tags = collect(drawing, scene);
  for (const { text, spot, selected } of tags) {
    ctx.font = labelFont(theme, selected ? 'bold' : 'normal');
    const words = fitted(ctx, text, WIDEST);
    const places = placesAround(spot, labelSize(ctx, words, theme), MARK_RADIUS);
    // With many tags, lines from far tags would be a thicket.
    const near = tags.length > MOST_LED && !selected ? places.slice(0, NEAR) : places;
    const box = placer.place(near, spot);
    if (!box) continue;
    const end = leaderTo(spot, box, MARK_RADIUS);
    if (end) lead(ctx, spot, end, theme.muted);
    write(ctx, theme, words, box, theme.foreground);
  }
  ctx.restore();
}

/** Reserves the lines' ways, because a tag on a line looks struck through. */
export function avoidLines(drawing: Drawing, { chart }: Scene, placer: LabelPlacer): void {
  chart.series.forEach((series, index) => {
    if (series.band || (series.kind !== 'line' && series.kind !== 'steps')) return;
    const spots = series.points.map((_, point) => spotOf(drawing, index, point));
    spots.forEach((to, point) => {
      const from = spots[point - 1];
      if (from && to) placer.avoid(trailOf(series, from, to));
    });
  });
}

/** Returns the way to a point. A step holds until the next value begins. */
function trailOf({ kind }: Series, from: Spot, to: Spot): readonly Place[] {
  if (kind === 'line') return alongSegment([from, to]);
  const corner = { x: to.x, y: from.y };
  return [...alongSegment([from, corner]), ...alongSegment([corner, to])];
}

/** Draws a thin line from a point to its words. */
function lead(context: CanvasRenderingContext2D, from: Spot, to: Place, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 0.8;
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

/** Collects the tags, selected ones first, so that they get their place. */
function collect(drawing: Drawing, scene: Scene): Tag[] {
  const tags = scene.chart.series.flatMap(({ points }, series) =>
    points.flatMap((point, index): Tag[] => {
      const spot = point.tag === undefined ? undefined : spotOf(drawing, series, index);
      return point.tag === undefined || spot === undefined
        ? []
        : [{ text: point.tag, spot, selected: isSelected(scene, point) }];
    }),
  );
  return tags.sort((a, b) => Number(b.selected) - Number(a.selected));
}
