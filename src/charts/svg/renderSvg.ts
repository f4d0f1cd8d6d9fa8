/** Draws a chart as a self-contained picture: SVG without scripts, styles or external files. */
import { t } from '@vscode/l10n';
import type { Chart } from '../chart';
import { axisElements } from './axes';
import { bottom } from './box';
import { contentOf } from './content';
import { FOOT_HEIGHT, frameOf, WIDTH } from './frame';
import { headOf } from './head';
import { legendOf } from './legend';
import { BACKGROUND } from './palette';
import { plainWords } from '../../messages/codePieces';
import { oneLine } from '../../messages/oneLine';
import { FONT } from './text';
import { element, escapeXml } from './xml';

/** Draws a chart on white. Equal charts give equal text. */
export function renderSvg(chart: Chart): string {
  const title = oneLine(chart.title);
  const head = headOf(chart);
  const frame = frameOf(chart, head.height);
  const legend = legendOf(chart, bottom(frame.plot) + FOOT_HEIGHT + 12);
  const height = bottom(frame.plot) + FOOT_HEIGHT + 12 + legend.height + 4;
  const parts = [
    element('title', { id: `${chart.id}-title` }, [escapeXml(title)]),
    element('desc', { id: `${chart.id}-desc` }, [escapeXml(descriptionOf(chart))]),
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

function descriptionOf({ conclusion, notes = [], tried = [] }: Chart): string {
  const words = tried.length > 0 ? [t`Tried, not in the file: ${tried.join(', ')}.`] : [];
  return oneLine([...words, ...[conclusion, ...notes].map(plainWords)].join(' '));
}
