/** Shows the words of a point beside it, in the colour of its scenario. */
import { el, show } from '../dom';
import { setLook, type ScenarioLooks } from '../parts/scenarioLook';
import type { Reading } from './pointReader';
import { tipPlace } from './tipPlace';

export interface Tip {
  readonly element: HTMLElement;
  /** Shows all points at a place, the meant one first. Shows nothing for an empty list. */
  place(readings: readonly Reading[]): void;
}

export function createTip(looks: ScenarioLooks): Tip {
  const element = el('div', { class: 'tip', 'aria-hidden': 'true' });
  element.hidden = true;

  function place(readings: readonly Reading[]): void {
    const [reading] = readings;
    show(element, reading !== undefined);
    const frame = element.parentElement;
    if (reading === undefined || frame === null) return;
    element.replaceChildren(...readings.map(({ point }) => wordsOf(point)));
    // Measured at the left edge, where it is as wide as it can be.
    element.style.setProperty('left', '0');
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const plot = { width: frame.clientWidth, height: frame.clientHeight };
    const { left, top } = tipPlace(reading.spot, size, plot);
    // The content security policy allows styles set through the object model.
    element.style.setProperty('left', `${left}px`);
    element.style.setProperty('top', `${top}px`);
  }

  function wordsOf({ says: [first = '', ...others], scenario }: Reading['point']): HTMLElement {
    const look = el('span', { class: 'look' });
    setLook(look, looks.of(scenario));
    const name = el('div', { class: 'name' }, look, el('span', {}, first));
    return el('div', { class: 'reading' }, name, ...others.map((line) => el('div', {}, line)));
  }

  return { element, place };
}
