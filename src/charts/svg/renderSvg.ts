/** A chart as a picture that stands for itself: SVG without scripts, styles or anything from elsewhere. */
import type { Chart, Series } from '../chart';
import { axisElements } from './axes';
import { barElements, barsOf } from './bars';
import { around, bottom, type Box } from './box';
import { FOOT_HEIGHT, frameOf, PADDING, WIDTH, type Frame } from './frame';
import { ruleLabel, tagElement } from './labels';
import { legendOf } from './legend';
import { bandElements, lineElements, runsOf, type Run } from './lines';
import { MARK_RADIUS } from './marks';
import { BACKGROUND, QUIET_TEXT, TEXT } from './palette';
import { LabelPlacer } from './placer';
import { placedPoints, pointElements } from './points';
import { ruleElement, ruleSegment } from './rules';
import { cleanText, fitText, FONT, textElement, wrapText } from './text';
import { alongSegment } from './trail';
import { element, escapeXml } from './xml';

/** The same chart always gives the same text. Colours suit a white background, which comes along. */
export function renderSvg(chart: Chart): string {
  const title = cleanText(chart.title);
  const conclusion = cleanText(chart.conclusion);
  const head = headOf(title, conclusion);
  const frame = frameOf(chart, head.height);
  const legend = legendOf(chart, bottom(frame.plot) + FOOT_HEIGHT + 12);
  const height = bottom(frame.plot) + FOOT_HEIGHT + 12 + legend.height + 4;
  const parts = [
    element('title', { id: `${chart.id}-title` }, [escapeXml(title)]),
    element('desc', { id: `${chart.id}-desc` }, [escapeXml(conclusion)]),
    element('rect', { width: WIDTH, height, fill: BACKGROUND }),
    ...head.elements,
    ...axisElements(chart, frame),
    ...contentOf(chart, frame),
    ...legend.elements,
  ].filter((part) => part !== '');
  const picture = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`,
      role: 'img',
      'aria-labelledby': `${chart.id}-title ${chart.id}-desc`,
      'font-family': FONT,
    },
    [`\n${parts.join('\n')}\n`],
  );
  return `${picture}\n`;
}

function headOf(title: string, conclusion: string) {
  const width = WIDTH - 2 * PADDING;
  const lines = wrapText(conclusion, CONCLUSION_SIZE, width, 3);
  const elements = [
    textElement(fitText(title, TITLE_SIZE, width), {
      x: PADDING,
      y: 34,
      'font-size': TITLE_SIZE,
      'font-weight': '600',
      fill: TEXT,
    }),
    ...lines.map((line, index) =>
      textElement(line, {
        x: PADDING,
        y: 58 + index * LINE,
        'font-size': CONCLUSION_SIZE,
        fill: QUIET_TEXT,
      }),
    ),
  ];
  return { height: 50 + lines.length * LINE, elements };
}

const TITLE_SIZE = 18;
const CONCLUSION_SIZE = 14;
const LINE = 19;

/** Rules below, series above them in their order, and on top what is written beside them. */
function contentOf(chart: Chart, frame: Frame): readonly string[] {
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

function drawSeries(chart: Chart, series: Series, frame: Frame, placer: LabelPlacer) {
  const isLine = series.kind === 'line' || series.kind === 'steps';
  const runs: readonly Run[] = isLine ? runsOf(series, frame) : [];
  const bars = series.kind === 'bars' ? barsOf(chart, series, frame) : [];
  const placed =
    series.kind === 'bars'
      ? bars.map(({ point, box }) => ({
          point: { ...point, mark: 'none' as const },
          at: { x: box.x + box.width / 2, y: box.y },
        }))
      : placedPoints(series, frame);
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

/** The plot, and a little around it. */
function labelArea({ plot }: Frame): Box {
  return { x: plot.x, y: plot.y - 8, width: WIDTH - 4 - plot.x, height: plot.height + 8 };
}
