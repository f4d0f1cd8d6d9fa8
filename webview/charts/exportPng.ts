/** A chart as a picture to keep: the same size whatever the window's, with its title and its legend. */
import { el } from '../dom';
import { draw } from './drawing';
import type { Scene } from './scene';

const WIDTH = 960;
const HEIGHT = 600;
/** Sharp in a document, too. */
const DENSITY = 2;

/** Base64, without the head of a data URL. */
export function pngOf(scene: Scene): string {
  const { theme } = scene;
  const canvas = el('canvas', { width: String(WIDTH), height: String(HEIGHT) });
  const font = { family: theme.fontFamily, size: theme.fontSize + 1 };
  const drawing = draw(canvas, () => ({ ...scene, selected: undefined }), {
    responsive: false,
    devicePixelRatio: DENSITY,
    layout: { padding: 16 },
    plugins: {
      title: {
        display: true,
        text: scene.chart.title,
        color: theme.foreground,
        align: 'start',
        font: { ...font, size: theme.fontSize + 5, weight: 'bold' },
      },
      legend: {
        display: true,
        position: 'bottom',
        labels: {
          color: theme.foreground,
          font,
          usePointStyle: true,
          filter: ({ text }) => text !== '',
        },
      },
    },
  });
  const filled = el('canvas', {
    width: String(WIDTH * DENSITY),
    height: String(HEIGHT * DENSITY),
  });
  const context = filled.getContext('2d');
  if (context === null) return '';
  // A transparent picture would be illegible on the paper of another theme.
  context.fillStyle = theme.background;
  context.fillRect(0, 0, filled.width, filled.height);
  context.drawImage(canvas, 0, 0);
  drawing.destroy();
  return filled.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
