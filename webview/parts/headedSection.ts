/** Builds a part of the page with a heading that names it. */
import { el } from '../dom';

let count = 0;

export function section(className: string, heading: string): HTMLElement {
  const id = `heading-${++count}`;
  return el('section', { class: className, 'aria-labelledby': id }, el('h2', { id }, heading));
}
