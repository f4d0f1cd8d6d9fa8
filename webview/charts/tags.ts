/** A few letters beside a point, clear of lines and of each other; none where there is no room: the table has all. */
import type { Chart as Drawing } from 'chart.js';
import type { Series } from '../../src/charts/chart';
import type { Place } from '../../src/charts/svg/box';
import { leaderTo, placesAround } from '../../src/charts/svg/labelPlaces';
import type { LabelPlacer } from '../../src/charts/svg/placer';
import { alongSegment } from '../../src/charts/svg/trail';
import { fitted, labelFont, labelSize, spotOf, write, type Spot } from './canvas';
import { isSelected, type Scene } from './scene';

/** From the middle of a mark. */
const MARK_RADIUS = 6;
const WIDEST = 150;
const MOST_LED = 20;
/** Of the places around a point those right beside it. */
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
    // With many, lines from afar would be a thicket.
    const near = tags.length > MOST_LED && !selected ? places.slice(0, NEAR) : places;
    const box = placer.place(near, spot);
    if (!box) continue;
    const end = leaderTo(spot, box, MARK_RADIUS);
    if (end) lead(ctx, spot, end, theme.muted);
    write(ctx, theme, words, box, theme.foreground);
  }
  ctx.restore();
}

/** Where lines run: tags beside them look struck through. */
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

/** A step holds until the next value begins. */
function trailOf({ kind }: Series, from: Spot, to: Spot): readonly Place[] {
  if (kind === 'line') return alongSegment([from, to]);
  const corner = { x: to.x, y: from.y };
  return [...alongSegment([from, corner]), ...alongSegment([corner, to])];
}

/** A thin line from a point to its words. */
function lead(context: CanvasRenderingContext2D, from: Spot, to: Place, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 0.8;
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

/** What is selected comes first, so that it has its tag. */
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
