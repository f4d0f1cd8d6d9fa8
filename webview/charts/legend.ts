/** The legend, as a list: it wraps, grows with the font, and can be read. */
import type { Chart, Mark, Series } from '../../src/charts/chart';
import { el, setText } from '../dom';
import { keyedList } from '../keyedList';
import { SHAPES } from './marks';

const SVG = 'http://www.w3.org/2000/svg';

export function createLegend() {
  const element = el('ul', { class: 'legend' });
  const entries = keyedList<Series>(
    element,
    // A swatch is made for a look: another look is another entry.
    ({ id, colour, points, kind }) => `${id} ${colour} ${kind} ${markOf(points)}`,
    (series) => {
      const words = el('span', {});
      const entry = el('li', {}, swatch(series), words);
      return {
        element: entry,
        update: (next) => {
          setText(words, legendText(next));
          entry.title = legendText(next);
        },
      };
    },
  );
  return {
    element,
    update: ({ series }: Chart) => {
      const named = series.filter(({ label }) => label !== undefined);
      entries.update(named);
      element.hidden = named.length === 0;
    },
  };
}

function swatch({ kind, colour, points, whatIf }: Series): SVGElement {
  const svg = create('svg', { viewBox: '-10 -7.5 20 15', 'aria-hidden': 'true' });
  svg.setAttribute('class', `swatch colour-${colour}`);
  const mark = markOf(points);
  if (kind === 'bars') svg.append(create('path', { d: 'M-5 -5.5h10v11h-10z', class: 'filled' }));
  if (kind === 'line' || kind === 'steps') {
    const dashed = whatIf ? { 'stroke-dasharray': '2 2' } : {};
    svg.append(create('path', { d: 'M-10 0H10', ...dashed }));
  }
  if (kind !== 'bars' && mark !== 'none') {
    const hollow = points.every((point) => point.hollow);
    svg.append(create('path', { d: SHAPES[mark], class: hollow ? 'hollow' : 'filled' }));
  }
  return svg;
}

export function legendText({ label = '', whatIf }: Series): string {
  return whatIf && !/what if/i.test(label) ? `${label} (what if)` : label;
}

/** The one that all of its points share; a line whose points differ is told by its line. */
export function markOf(points: Series['points']): Mark {
  const marks = new Set(points.map(({ mark }) => mark).filter((mark) => mark !== 'none'));
  const [only, other] = marks;
  return (other === undefined ? only : undefined) ?? 'none';
}

function create(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
