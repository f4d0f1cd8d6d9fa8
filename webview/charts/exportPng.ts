/** A chart as a picture to keep: the same size whatever the window's, with its title and its legend. */
import type { Series } from '../../src/charts/chart';
import { el } from '../dom';
import { fontOf, type Spot } from './canvas';
import { draw } from './drawing';
import { legendText, markOf } from './legend';
import { drawMark } from './marks';
import type { Scene } from './scene';

const WIDTH = 960;
const PLOT_HEIGHT = 480;
const EDGE = 20;
const HEAD = 44;
const ROW = 20;
/** Sharp in a document, too. */
const DENSITY = 2;

/** Base64, without the head of a data URL. */
export function pngOf(scene: Scene): string {
  const { theme, chart } = scene;
  const picture = el('canvas', {});
  const context = picture.getContext('2d');
  if (context === null) return '';
  context.font = fontOf(theme);
  const legend = placeLegend(context, chart.series);
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

interface Entry {
  readonly series: Series;
  readonly at: Spot;
}

/** From left to right, and on the next row where there is no room. */
function placeLegend(context: CanvasRenderingContext2D, all: readonly Series[]): Entry[] {
  let at: Spot = { x: 0, y: 0 };
  return all
    .filter(({ label }) => label !== undefined)
    .map((series) => {
      const width = 28 + context.measureText(legendText(series)).width;
      if (at.x > 0 && at.x + width > WIDTH - 2 * EDGE) at = { x: 0, y: at.y + ROW };
      const entry = { series, at };
      at = { x: at.x + width + 18, y: at.y };
      return entry;
    });
}

function drawEntry(
  context: CanvasRenderingContext2D,
  { theme }: Scene,
  { series, at }: Entry,
): void {
  const { kind, points, whatIf } = series;
  const colour = theme.colours[series.colour];
  const mark = markOf(points);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  if (kind === 'bars') context.fillRect(at.x + 5, at.y - 5, 10, 10);
  if (kind === 'line' || kind === 'steps') {
    context.setLineDash(whatIf ? [2, 3] : []);
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(at.x, at.y);
    context.lineTo(at.x + 20, at.y);
    context.stroke();
    context.setLineDash([]);
  }
  if (kind !== 'bars' && mark !== 'none') {
    const isHollow = points.every(({ hollow }) => hollow);
    drawMark(context, theme, { x: at.x + 10, y: at.y }, { mark, colour, isHollow, size: 1 });
  }
  context.font = fontOf(theme);
  context.fillStyle = theme.foreground;
  context.fillText(legendText(series), at.x + 28, at.y);
}
