/** Draws what is within the axes, and writes what is beside it. */
import { LINE_OFFSET, type Chart, type Series } from '../chart';
import { barElements, barsOf } from './bars';
import { around, type Box, type Place } from './box';
import { WIDTH, type Frame } from './frame';
import { ruleLabel, tagElement } from './labels';
import { bandElements, lineElements, runsOf, type Run } from './lines';
import { MARK_RADIUS } from './marks';
import { LabelPlacer } from './placer';
import { placedPoints, pointElements } from './points';
import { ruleElement, ruleSegment } from './rules';
import { alongSegment } from './trail';
import { element } from './xml';

/** Draws rules at the bottom, series above them in their order, and labels on top. */
export function contentOf(chart: Chart, frame: Frame): readonly string[] {
  const placer = new LabelPlacer(labelArea(frame));
  const rules = chart.rules.flatMap((rule) => {
    const segment = ruleSegment(rule, frame);
    if (segment) placer.avoid(alongSegment(segment));
    return segment ? [{ rule, segment }] : [];
  });
  const drawn = chart.series.map((series) => drawSeries(chart, series, frame, placer));
  const labels = rules.map(({ rule }) => ruleLabel(rule, frame, placer));
  const tags = drawn.flatMap(({ tags }) =>
    tags.map(({ text, at, isBar }) => tagElement(text, at, isBar, placer)),
  );
  return [
    ...rules.map(({ rule, segment }) => ruleElement(rule, segment)),
    ...drawn.map(({ elements }) => (elements.length > 0 ? element('g', {}, elements) : '')),
    ...labels,
    ...tags,
  ];
}

interface DrawnSeries {
  readonly elements: readonly string[];
  readonly tags: readonly { readonly text: string; readonly at: Place; readonly isBar: boolean }[];
}

/** Draws a series, and tells the placer where its lines and points are, so that tags avoid them. */
function drawSeries(chart: Chart, series: Series, frame: Frame, placer: LabelPlacer): DrawnSeries {
  const isLine = series.kind === 'line' || series.kind === 'steps';
  const beside = isLine ? shiftedFrame(frame, series) : frame;
  const runs: readonly Run[] = isLine ? runsOf(series, beside) : [];
  const bars = series.kind === 'bars' ? barsOf(chart, series, frame) : [];
  const placed =
    series.kind === 'bars'
      ? bars.map(({ point, box }) => ({
          point: { ...point, mark: 'none' as const },
          at: { x: box.x + box.width / 2, y: box.y },
        }))
      : placedPoints(series, beside);
  for (const { point, at } of placed) {
    if (point.mark !== 'none') placer.block(around(at, MARK_RADIUS));
  }
  for (const { box } of bars) placer.block(box);
  for (const { places } of runs) {
    places.forEach((to, index) => {
      const from = places[index - 1];
      if (from) placer.avoid(alongSegment([from, to]));
    });
  }
  return {
    elements: [
      ...(series.band ? bandElements(series, frame) : []),
      ...barElements(series, bars),
      ...lineElements(series, runs),
      ...pointElements(series, placed, frame),
    ].filter((each) => each !== ''),
    tags: placed.flatMap(({ point: { tag }, at }) =>
      tag ? [{ text: tag, at, isBar: series.kind === 'bars' }] : [],
    ),
  };
}

/** Returns a frame that moves a line beside those that it coincides with: levels upwards, uprights to the right. */
function shiftedFrame(frame: Frame, { kind, offset = 0 }: Series): Frame {
  if (offset === 0) return frame;
  const by = offset * LINE_OFFSET;
  const right = kind === 'steps' ? by : 0;
  const place: Frame['place'] = (x, y) => {
    const at = frame.place(x, y);
    return at && { x: at.x + right, y: at.y - by };
  };
  return { ...frame, place };
}

/** Returns the plot with a small margin. */
function labelArea({ plot }: Frame): Box {
  return { x: plot.x, y: plot.y - 8, width: WIDTH - 4 - plot.x, height: plot.height + 8 };
}
