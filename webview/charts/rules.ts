/** Draws lines across the chart: limits and today's load. Draws nothing for a line out of view. */
import type { Chart as Drawing } from 'chart.js';
import type { Rule } from '../../src/charts/chart';
import type { Place } from '../../src/charts/svg/box';
import { holds } from '../../src/charts/svg/box';
import { besideColumn, besideRow } from '../../src/charts/svg/labelPlaces';
import type { LabelPlacer } from '../../src/charts/svg/placer';
import { alongSegment } from '../../src/charts/svg/trail';
import { across, clipped, fitted, labelFont, labelSize, plotOf, up, write } from './canvas';
import type { Scene } from './scene';

type Segment = readonly [from: Place, to: Place];

/** Draws the lines, and tells the placer where they are so that words avoid them. */
export function drawRules(drawing: Drawing, { chart, theme }: Scene, placer: LabelPlacer): void {
  clipped(drawing, (context) => {
    for (const rule of chart.rules) {
      const segment = segmentOf(drawing, rule);
      if (!segment) continue;
      placer.avoid(alongSegment(segment));
      context.strokeStyle = rule.kind === 'limit' ? theme.colours.red : theme.foreground;
      context.lineWidth = theme.highContrast ? 2 : 1.25;
      context.setLineDash(rule.kind === 'limit' && !rule.whatIf ? [8, 4] : [2, 3]);
      const [from, to] = segment;
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
      context.stroke();
    }
  });
}

/** Names the lines, even over something else: a line without a name says little. */
export function labelRules(drawing: Drawing, { chart, theme }: Scene, placer: LabelPlacer): void {
  const plot = plotOf(drawing);
  const { ctx } = drawing;
  ctx.save();
  ctx.font = labelFont(theme);
  for (const rule of chart.rules) {
    const segment = segmentOf(drawing, rule);
    if (!segment) continue;
    const [{ x, y }] = segment;
    const text = fitted(ctx, rule.label, plot.width - 12);
    const size = labelSize(ctx, text, theme);
    const places = rule.axis === 'x' ? besideColumn(x, size, plot) : besideRow(y, size, plot);
    const box = placer.placeAnyhow(places);
    if (box) write(ctx, theme, text, box, theme.foreground);
  }
  ctx.restore();
}

/** Returns a line from edge to edge, or undefined if it is out of view. */
function segmentOf(drawing: Drawing, { axis, at }: Rule): Segment | undefined {
  const { left, right, top, bottom } = drawing.chartArea;
  const place = axis === 'x' ? across(drawing, at) : up(drawing, at);
  const segment: Segment =
    axis === 'x'
      ? [
          { x: place, y: top },
          { x: place, y: bottom },
        ]
      : [
          { x: left, y: place },
          { x: right, y: place },
        ];
  return holds(plotOf(drawing), segment[0]) ? segment : undefined;
}
