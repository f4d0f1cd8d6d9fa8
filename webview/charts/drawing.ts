/** Draws a chart on a canvas. Only the used parts of the library are bundled. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as Drawing,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type ChartConfiguration,
} from 'chart.js';
import { datasetsOf } from './datasets';
import { overlay } from './overlay';
import { paddingFor } from './padding';
import { scalesOf } from './scales';
import type { Scene } from './scene';

Drawing.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
);

export type { Drawing };

export function draw(
  canvas: HTMLCanvasElement,
  scene: () => Scene,
  extra: ChartConfiguration<'line' | 'bar'>['options'] = {},
): Drawing {
  return new Drawing<'line' | 'bar'>(canvas, {
    type: 'line',
    data: { datasets: datasetsOf(scene()) },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      // Pointer and keys are read by pointReader.ts.
      events: [],
      layout: { padding: ({ chart }) => paddingFor(scene(), chart.width) },
      ...extra,
      scales: scalesOf(scene()),
    },
    plugins: [overlay(scene)],
  });
}

/** Redraws without motion while somebody types. `duration` is in milliseconds, for changes that people asked for. */
export function redraw(drawing: Drawing, scene: Scene, duration: number): void {
  drawing.data.datasets = datasetsOf(scene);
  drawing.options.scales = scalesOf(scene);
  drawing.options.animation = duration === 0 ? false : { duration };
  drawing.update(duration === 0 ? 'none' : undefined);
}
