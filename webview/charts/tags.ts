/** A few letters beside a point, on the side that is free; none where all sides are taken. */
import type { Chart as Drawing } from 'chart.js';
import { fontOf, inside, overlaps, spotOf, write, type Box, type Spot } from './canvas';
import { isSelected, type Scene } from './scene';

interface Tag {
  readonly text: string;
  readonly spot: Spot;
  readonly selected: boolean;
}

export function drawTags(drawing: Drawing, scene: Scene, taken: readonly Box[]): void {
  const { theme } = scene;
  const { ctx, chartArea } = drawing;
  const tags = collect(drawing, scene);
  const boxes = [...taken];
  ctx.save();
  for (const { text, spot, selected } of tags) {
    ctx.font = fontOf(theme, selected ? 'bold' : 'normal');
    const width = ctx.measureText(text).width;
    const free = sides(spot, width, theme.fontSize).find(
      (box) => inside(box, chartArea) && !boxes.some((other) => overlaps(box, other)),
    );
    if (free === undefined) continue;
    boxes.push(free);
    const middle = { x: free.left, y: (free.top + free.bottom) / 2 };
    write(ctx, theme, text, middle, theme.foreground);
  }
  ctx.restore();
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

function sides({ x, y }: Spot, width: number, height: number): Box[] {
  const box = (left: number, top: number): Box => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  });
  return [
    box(x + 10, y - height / 2),
    box(x - width / 2, y - height - 9),
    box(x - 10 - width, y - height / 2),
    box(x - width / 2, y + 9),
  ];
}
