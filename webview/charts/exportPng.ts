/** Exports a chart as a picture of a fixed size, with its title and its legend. */
import { t } from '@vscode/l10n';
import { legendEntries, type Entry } from '../../src/charts/svg/legendEntries';
import { el } from '../dom';
import { fitted, fontOf, type Spot } from './canvas';
import { draw } from './drawing';
import { drawSample } from './drawLegendSample';
import type { Scene } from './scene';

const WIDTH = 960;
const PLOT_HEIGHT = 480;
const EDGE = 20;
const HEAD = 44;
const ROW = 20;
const SAMPLE = 28;
/** Pixels for each unit, so that the picture is sharp in a document. */
const DENSITY = 2;

/** Returns the picture in base64, without the head of a data URL. */
export function pngOf(scene: Scene): string {
  const { theme, chart } = scene;
  const picture = el('canvas', {});
  const context = picture.getContext('2d');
  if (context === null) return '';
  context.font = fontOf(theme);
  const legend = placeLegend(context, legendEntries(chart));
  const rows = (legend.at(-1)?.at.y ?? 0) + ROW;
  const tried = triedLines(context, scene);
  const head = HEAD + tried.length * ROW;
  // Writing a canvas's size also clears it.
  picture.width = WIDTH * DENSITY;
  picture.height = (head + PLOT_HEIGHT + rows + EDGE) * DENSITY;
  context.scale(DENSITY, DENSITY);
  // A see-through picture is illegible on the background of another theme.
  context.fillStyle = theme.background;
  context.fillRect(0, 0, picture.width, picture.height);
  context.textBaseline = 'middle';
  context.fillStyle = theme.foreground;
  context.font = fontOf({ ...theme, fontSize: theme.fontSize + 4 }, 'bold');
  context.fillText(chart.title, EDGE, HEAD / 2 + 2);
  context.font = fontOf(theme, 'bold');
  tried.forEach((line, row) => {
    context.fillText(line, EDGE, HEAD + ROW * (row + 0.3));
  });
  drawPlot(context, { ...scene, selected: undefined }, head);
  context.translate(EDGE, head + PLOT_HEIGHT + ROW / 2);
  for (const entry of legend) drawEntry(context, scene, entry);
  return picture.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

/** Returns lines that list the tried changes, so that nobody later takes the picture for the plan. */
function triedLines(
  context: CanvasRenderingContext2D,
  { chart: { tried = [] }, theme }: Scene,
): readonly string[] {
  context.font = fontOf(theme, 'bold');
  return tried.length === 0
    ? []
    : [t`Tried, not in the file:`, ...tried].map((line) => fitted(context, line, WIDTH - 2 * EDGE));
}

function drawPlot(context: CanvasRenderingContext2D, scene: Scene, top: number): void {
  const canvas = el('canvas', { width: String(WIDTH - 2 * EDGE), height: String(PLOT_HEIGHT) });
  const drawing = draw(canvas, () => scene, { responsive: false, devicePixelRatio: DENSITY });
  context.drawImage(canvas, EDGE, top, WIDTH - 2 * EDGE, PLOT_HEIGHT);
  drawing.destroy();
}

interface Placed {
  readonly entry: Entry;
  readonly at: Spot;
}

/** Places entries from left to right, and on the next row if there is no room. */
function placeLegend(context: CanvasRenderingContext2D, entries: readonly Entry[]): Placed[] {
  let at: Spot = { x: 0, y: 0 };
  return entries.map((entry) => {
    const width = SAMPLE + context.measureText(entry.text).width;
    if (at.x > 0 && at.x + width > WIDTH - 2 * EDGE) at = { x: 0, y: at.y + ROW };
    const placed = { entry, at };
    at = { x: at.x + width + 18, y: at.y };
    return placed;
  });
}

function drawEntry(
  context: CanvasRenderingContext2D,
  { theme }: Scene,
  { entry: { sample, text }, at }: Placed,
): void {
  context.font = fontOf(theme);
  context.fillStyle = theme.foreground;
  context.fillText(text, at.x + (sample ? SAMPLE : 0), at.y);
  if (sample) drawSample(context, theme, sample, { x: at.x + 10, y: at.y });
}
