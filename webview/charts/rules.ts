/** Limits and today's load: a line across, with its name at the end where least is drawn. */
import type { Chart as Drawing } from 'chart.js';
import type { Rule } from '../../src/charts/chart';
import { across, clipped, fontOf, overlaps, up, write, type Box, type Spot } from './canvas';
import type { Scene } from './scene';

const GAP = 4;

/** Gives where its words stand. */
export function drawRules(
  drawing: Drawing,
  { chart, theme }: Scene,
  marks: readonly Box[],
): readonly Box[] {
  const { chartArea: area } = drawing;
  const taken: Box[] = [];
  clipped(drawing, (context) => {
    context.font = fontOf(theme);
    for (const rule of chart.rules) {
      context.strokeStyle = rule.kind === 'limit' ? theme.colours.red : theme.foreground;
      context.lineWidth = theme.highContrast ? 2 : 1.25;
      context.setLineDash(rule.kind === 'limit' && !rule.whatIf ? [8, 4] : [2, 3]);
      strike(context, drawing, rule);
      context.setLineDash([]);
      const width = context.measureText(rule.label).width;
      const places = placesFor(drawing, rule, width, theme.fontSize)
        .map((spot) => ({ spot, box: boxAt(spot, width, theme.fontSize) }))
        .filter(({ box }) => box.left >= area.left && box.right <= area.right)
        .filter(({ box }) => !taken.some((other) => overlaps(box, other)));
      // Rather on a mark than nowhere: a line without a name says little.
      const free =
        places.find(({ box }) => !marks.some((mark) => overlaps(box, mark))) ?? places[0];
      if (free === undefined) continue;
      taken.push(free.box);
      write(context, theme, rule.label, free.spot, theme.foreground);
    }
  });
  return taken;
}

function strike(context: CanvasRenderingContext2D, drawing: Drawing, { axis, at }: Rule): void {
  const { left, right, top, bottom } = drawing.chartArea;
  context.beginPath();
  if (axis === 'y') {
    const y = up(drawing, at);
    context.moveTo(left, y);
    context.lineTo(right, y);
  } else {
    const x = across(drawing, at);
    context.moveTo(x, top);
    context.lineTo(x, bottom);
  }
  context.stroke();
}

/** Above the right end and below it; beside the top, and further down where that is taken. */
function placesFor(drawing: Drawing, rule: Rule, width: number, height: number): Spot[] {
  const { left, right, top, bottom } = drawing.chartArea;
  if (rule.axis === 'y') {
    const y = up(drawing, rule.at);
    const ends = [right - width - GAP, left + GAP];
    const rows = [y - height / 2 - GAP, y + height / 2 + GAP].filter(
      (row) => row - height / 2 >= top && row + height / 2 <= bottom,
    );
    return ends.flatMap((x) => rows.map((row) => ({ x, y: row })));
  }
  const x = across(drawing, rule.at);
  return [0, 1, 2, 3].flatMap((row) => {
    const y = top + height * (0.8 + 1.4 * row);
    return [
      { x: x + GAP, y },
      { x: x - GAP - width, y },
    ];
  });
}

function boxAt({ x, y }: Spot, width: number, height: number): Box {
  return { left: x, right: x + width, top: y - height / 2, bottom: y + height / 2 };
}
