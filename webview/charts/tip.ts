/** Shows the words of a point beside it, inside the chart's frame. */
import { el, show } from '../dom';
import type { Reading } from './pointReader';

const GAP = 14;

export interface Tip {
  readonly element: HTMLElement;
  /** Shows all points at a place, the meant one first. Shows nothing for an empty list. */
  place(readings: readonly Reading[]): void;
}

export function createTip(): Tip {
  const element = el('div', { class: 'tip', 'aria-hidden': 'true' });
  element.hidden = true;

  function place(readings: readonly Reading[]): void {
    const [reading] = readings;
    show(element, reading !== undefined);
    const frame = element.parentElement;
    if (reading === undefined || frame === null) return;
    element.replaceChildren(
      ...readings.map(({ point }) =>
        el('div', { class: 'reading' }, ...point.says.map((line) => el('div', {}, line))),
      ),
    );
    const { x, y } = reading.spot;
    const right = x + GAP + element.offsetWidth <= frame.clientWidth;
    const left = right ? x + GAP : Math.max(0, x - GAP - element.offsetWidth);
    const top = Math.max(0, Math.min(y - 10, frame.clientHeight - element.offsetHeight));
    // The content security policy allows styles set through the object model.
    element.style.setProperty('left', `${left}px`);
    element.style.setProperty('top', `${top}px`);
  }

  return { element, place };
}
