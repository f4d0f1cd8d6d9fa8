/** Builds a canvas with readable points: by pointer, by keys, beside a point and aloud. */
import { t } from '@vscode/l10n';
import { el, setAttribute, setText } from '../dom';
import { plainWords } from '../../src/messages/codePieces';
import type { ScenarioLooks } from '../parts/scenarioLook';
import { prefersStillness } from '../theme';
import { draw, redraw, type Drawing } from './drawing';
import { nearest, readingsOf, step, together, type Reading } from './pointReader';
import type { Scene } from './scene';
import { createTip } from './tip';

const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
const MOTION_MS = 200;

export interface Plot {
  readonly element: HTMLElement;
  update(scene: Scene, how?: 'moving'): void;
  dispose(): void;
}

export function createPlot(
  first: Scene,
  onSelect: (scenario: string) => void,
  looks: ScenarioLooks,
): Plot {
  let scene = first;
  let drawing: Drawing | undefined;
  let active: Reading | undefined;
  const canvas = el('canvas', { role: 'img' });
  const tip = createTip(looks);
  const spoken = el('div', { class: 'sr-only', 'aria-live': 'polite' });
  // The arrow keys go to the focused plot, so its role says that it handles them itself.
  const element = el('div', { class: 'plot', tabindex: '0', role: 'application' });
  element.append(canvas, tip.element, spoken);

  element.addEventListener('pointermove', ({ offsetX: x, offsetY: y }) => {
    if (drawing) show(nearest(readingsOf(drawing, scene.chart), { x, y }));
  });
  element.addEventListener('pointerleave', () => {
    show(undefined);
  });
  element.addEventListener('blur', () => {
    show(undefined);
  });
  element.addEventListener('click', ({ offsetX: x, offsetY: y }) => {
    if (drawing) choose(nearest(readingsOf(drawing, scene.chart), { x, y }));
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(undefined);
    else if (event.key === 'Enter' || event.key === ' ') choose(active);
    else if (KEYS.includes(event.key) && drawing) {
      show(step(readingsOf(drawing, scene.chart), active, event.key));
      setText(spoken, active?.point.says.join('. ') ?? '');
    } else return;
    event.preventDefault();
  });

  function show(reading: Reading | undefined): void {
    active = reading;
    const all = drawing && reading ? together(readingsOf(drawing, scene.chart), reading) : [];
    tip.place(all);
    canvas.classList.toggle('over-point', reading?.point.scenario !== undefined);
  }

  function choose(reading: Reading | undefined): void {
    if (reading?.point.scenario !== undefined) onSelect(reading.point.scenario);
  }

  function update(next: Scene, how?: 'moving'): void {
    scene = next;
    const { title, conclusion } = scene.chart;
    setAttribute(canvas, 'aria-label', `${title}. ${plainWords(conclusion)}`);
    setAttribute(
      element,
      'aria-label',
      t`Points of ${scene.chart.title}: arrow keys read them, Enter selects a scenario`,
    );
    if (drawing === undefined) {
      // Drawn only once it is on the page, because the library measures its container.
      if (element.isConnected) drawing = draw(canvas, () => scene);
      return;
    }
    const moves = how === 'moving' && !prefersStillness();
    redraw(drawing, scene, moves ? MOTION_MS : 0);
    show(moves ? undefined : sameReading(drawing));
  }

  /** Returns the same point in the new drawing, so that a reader stays on it. */
  function sameReading(on: Drawing): Reading | undefined {
    if (active === undefined) return undefined;
    const { series, index } = active;
    return readingsOf(on, scene.chart).find((r) => r.series === series && r.index === index);
  }

  return { element, update, dispose: () => drawing?.destroy() };
}
