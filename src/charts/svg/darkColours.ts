/** Colours of charts on dark. Presentation attributes give way to these rules, so one picture serves both. */
import { AXIS_LINE, BACKGROUND, GRID_LINE, PALETTE, QUIET_TEXT, TEXT } from './palette';

/** Maps each colour on white to the one on dark, which has a contrast of 4.5 or more if text may use it. */
const ON_DARK: readonly (readonly [string, string])[] = [
  [BACKGROUND, '#1f1f1f'],
  [TEXT, '#e6e6e6'],
  [QUIET_TEXT, '#b0b8c0'],
  [AXIS_LINE, '#7d8590'],
  [GRID_LINE, '#363b42'],
  [PALETTE.blue, '#6cb0f5'],
  [PALETTE.orange, '#f0984a'],
  [PALETTE.purple, '#c297f0'],
  [PALETTE.green, '#5fc27e'],
  [PALETTE.red, '#ff7b86'],
  [PALETTE.yellow, '#d9b43a'],
  [PALETTE.foreground, '#c3cad3'],
  [PALETTE.muted, '#98a2ad'],
];

/** Rules of a style sheet that turn a chart on white into one on dark. */
export const DARK_RULES: string = ON_DARK.map(
  ([light, dark]) => `svg [fill="${light}"]{fill:${dark}}svg [stroke="${light}"]{stroke:${dark}}`,
).join('\n');

/** Style of a picture in a file of its own, which counts where its reader is dark. */
export const DARK_STYLE = `<style>@media (prefers-color-scheme:dark){\n${DARK_RULES}\n}</style>`;
