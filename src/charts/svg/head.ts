/** Writes the head of the picture: its title, the changes being tried, and a conclusion of one or two sentences. */
import { t } from '@vscode/l10n';
import { piecesOf } from '../../messages/codePieces';
import { oneLine } from '../../messages/oneLine';
import type { Chart } from '../chart';
import { PADDING, WIDTH } from './frame';
import { QUIET_TEXT, TEXT } from './palette';
import { fitText, textElement, wrapText } from './text';
import { element, escapeXml } from './xml';

interface Head {
  readonly height: number;
  readonly elements: readonly string[];
}

/** Builds the head. A conclusion that is too long ends in an ellipsis here; the description has all of it. */
export function headOf(chart: Chart): Head {
  const width = WIDTH - 2 * PADDING;
  const title = oneLine(chart.title);
  const tried = triedLines(chart, width);
  const conclusion = markNames(oneLine(chart.conclusion));
  const lines = wrapText(conclusion, CONCLUSION_SIZE, width, 3);
  const elements = [
    textElement(fitText(title, TITLE_SIZE, width), {
      x: PADDING,
      y: 34,
      'font-size': TITLE_SIZE,
      'font-weight': '600',
      fill: TEXT,
    }),
    ...tried.map((line, index) =>
      textElement(line, {
        x: PADDING,
        y: 58 + index * LINE,
        'font-size': CONCLUSION_SIZE,
        'font-weight': '600',
        fill: TEXT,
      }),
    ),
    ...markedLines(lines, 58 + tried.length * LINE),
  ];
  return { height: 50 + (tried.length + lines.length) * LINE, elements };
}

/** Says which changes are only tried: the reader must not take the picture for the plan. */
function triedLines({ tried = [] }: Chart, width: number): readonly string[] {
  if (tried.length === 0) return [];
  const words = t`Tried, not in the file: ${tried.map(oneLine).join(' · ')}`;
  return wrapText(words, CONCLUSION_SIZE, width, 2);
}

/** Mark around a name while lines are made. Cleaned text of a plan never contains it. */
const NAME_EDGE = '\u0001';

function markNames(sentence: string): string {
  return piecesOf(sentence)
    .map(({ text, isCode }) => (isCode ? NAME_EDGE + text + NAME_EDGE : text))
    .join('');
}

/** Sets names in bold, also if a name continues in the next line or is cut. */
function markedLines(lines: readonly string[], top: number): readonly string[] {
  let isName = false;
  return lines.map((line, index) => {
    const parts = line.split(NAME_EDGE).map((part, i) => {
      if (i > 0) isName = !isName;
      const words = escapeXml(part);
      return isName && part !== '' ? element('tspan', { 'font-weight': '600' }, [words]) : words;
    });
    const place = { x: PADDING, y: top + index * LINE };
    return element('text', { ...place, 'font-size': CONCLUSION_SIZE, fill: QUIET_TEXT }, parts);
  });
}

const TITLE_SIZE = 18;
const CONCLUSION_SIZE = 14;
const LINE = 19;
