/** Above the picture: what it is called, and what it shows in a sentence or two. */
import { PADDING, WIDTH } from './frame';
import { QUIET_TEXT, TEXT } from './palette';
import { fitText, textElement, wrapText } from './text';

export interface Head {
  readonly height: number;
  readonly elements: readonly string[];
}

/** A conclusion that is too long ends in an ellipsis here; the description has the whole. */
export function headOf(title: string, conclusion: string): Head {
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
