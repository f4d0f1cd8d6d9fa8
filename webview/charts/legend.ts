/** The legend, as a list: it wraps, grows with the font, and can be read. It says what that of the SVG says. */
import type { Chart } from '../../src/charts/chart';
import { legendEntries, type Entry, type Sample } from '../../src/charts/svg/legendEntries';
import { el } from '../dom';
import { keyedList } from '../keyedList';
import { SHAPES } from './marks';

const SVG = 'http://www.w3.org/2000/svg';

export function createLegend() {
  const element = el('ul', { class: 'legend' });
  const list = keyedList<Entry>(
    element,
    // An entry never changes: another one takes its place.
    (entry) => JSON.stringify(entry),
    ({ sample, text }) => {
      const words = el('span', {}, text);
      const entry = el('li', { title: text }, ...(sample ? [swatch(sample)] : []), words);
      return { element: entry, update: () => undefined };
    },
  );
  return {
    element,
    update: (chart: Chart) => {
      const entries = legendEntries(chart);
      list.update(entries);
      element.hidden = entries.length === 0;
    },
  };
}

function swatch({ kind, colour, mark, isHollow, isDashed }: Sample): SVGElement {
  const svg = create('svg', { viewBox: '-10 -7.5 20 15', 'aria-hidden': 'true' });
  svg.setAttribute('class', `swatch colour-${colour}`);
  const fill = isHollow ? 'hollow' : 'filled';
  const dashes = isDashed ? { 'stroke-dasharray': '3 2' } : {};
  if (kind === 'bars' || kind === 'band') {
    const look = kind === 'band' ? 'faint' : isDashed ? 'hollow' : fill;
    svg.append(create('path', { d: 'M-6 -5h12v10h-12z', class: look, ...dashes }));
    return svg;
  }
  if (kind !== 'points') svg.append(create('path', { d: 'M-10 0H10', ...dashes }));
  if (mark !== 'none') svg.append(create('path', { d: SHAPES[mark], class: fill }));
  return svg;
}

function create(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
