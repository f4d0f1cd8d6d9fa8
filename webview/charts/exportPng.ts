/** A chart as a picture to keep: the same size whatever the window's, with its title and its legend. */
import { legendEntries, type Entry } from '../../src/charts/svg/legendEntries';
import { el } from '../dom';
import { fontOf, type Spot } from './canvas';
import { draw } from './drawing';
import { drawMark } from './marks';
import type { Scene } from './scene';

const WIDTH = 960;
const PLOT_HEIGHT = 480;
const EDGE = 20;
const HEAD = 44;
const ROW = 20;
const SAMPLE = 28;
/** Sharp in a document, too. */
const DENSITY = 2;

/** Base64, without the head of a data URL. */
export function pngOf(scene: Scene): string {
  const { theme, chart } = scene;
  const picture = el('canvas', {});
  const context = picture.getContext('2d');
  if (context === null) return '';
  context.font = fontOf(theme);
  const legend = placeLegend(context, legendEntries(chart));
  const rows = (legend.at(-1)?.at.y ?? 0) + ROW;
  // Writing a canvas's size also clears it.
  picture.width = WIDTH * DENSITY;
  picture.height = (HEAD + PLOT_HEIGHT + rows + EDGE) * DENSITY;
  context.scale(DENSITY, DENSITY);
  // A picture that lets the paper through would be illegible on the paper of another theme.
  context.fillStyle = theme.background;
  context.fillRect(0, 0, picture.width, picture.height);
  context.textBaseline = 'middle';
  context.fillStyle = theme.foreground;
  context.font = fontOf({ ...theme, fontSize: theme.fontSize + 4 }, 'bold');
  context.fillText(chart.title, EDGE, HEAD / 2 + 2);
  drawPlot(context, { ...scene, selected: undefined });
  context.translate(EDGE, HEAD + PLOT_HEIGHT + ROW / 2);
  for (const entry of legend) drawEntry(context, scene, entry);
  return picture.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

function drawPlot(context: CanvasRenderingContext2D, scene: Scene): void {
  const canvas = el('canvas', { width: String(WIDTH - 2 * EDGE), height: String(PLOT_HEIGHT) });
  const drawing = draw(canvas, () => scene, { responsive: false, devicePixelRatio: DENSITY });
  context.drawImage(canvas, EDGE, HEAD, WIDTH - 2 * EDGE, PLOT_HEIGHT);
  drawing.destroy();
}

interface Placed {
  readonly entry: Entry;
  readonly at: Spot;
}

/** From left to right, and on the next row where there is no room. */
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
  if (sample === undefined) return;
  const { kind, mark, isHollow, isDashed } = sample;
  const colour = theme.colours[sample.colour];
  context.fillStyle = colour;
  context.strokeStyle = colour;
  if (kind === 'bars' || kind === 'band') {
    context.globalAlpha = kind === 'band' || isHollow ? 0.2 : 1;
    context.fillRect(at.x + 4, at.y - 5, 12, 10);
    context.globalAlpha = 1;
    return;
  }
  if (kind !== 'points') {
    context.setLineDash(isDashed ? [3, 2] : []);
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(at.x, at.y);
    context.lineTo(at.x + 20, at.y);
    context.stroke();
    context.setLineDash([]);
  }
  if (mark !== 'none') {
    drawMark(context, theme, { x: at.x + 10, y: at.y }, { mark, colour, isHollow, size: 1 });
  }
}
