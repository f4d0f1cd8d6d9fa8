/** The legend, as a list: it wraps, grows with the font, and can be read. */
import type { Chart, Mark, Series } from '../../src/charts/chart';
import { el, setText } from '../dom';
import { keyedList } from '../keyedList';

const SVG = 'http://www.w3.org/2000/svg';

/** Inside 16 x 12, around its middle. */
const SHAPES: Readonly<Record<Exclude<Mark, 'none'>, string>> = {
  circle: 'M4.5 6a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z',
  triangle: 'M8 2L12 9.5H4z',
  square: 'M5 3h6v6h-6z',
  diamond: 'M8 2L12 6L8 10L4 6z',
  cross: 'M5 3L11 9M11 3L5 9',
  star: 'M8 2V10M4 6H12M5 3L11 9M11 3L5 9',
};

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
        update: ({ label = '', whatIf }) => {
          setText(words, whatIf && !/what if/i.test(label) ? `${label} (what if)` : label);
          entry.title = label;
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
  const svg = create('svg', { viewBox: '0 0 16 12', 'aria-hidden': 'true' });
  svg.setAttribute('class', `swatch colour-${colour}`);
  const mark = markOf(points);
  if (kind === 'bars') svg.append(create('path', { d: 'M4 1h8v10h-8z', class: 'filled' }));
  if (kind === 'line' || kind === 'steps') {
    const dashed = whatIf ? { 'stroke-dasharray': '2 2' } : {};
    svg.append(create('path', { d: 'M0 6H16', ...dashed }));
  }
  if (kind !== 'bars' && mark !== 'none') {
    const hollow = points.every((point) => point.hollow);
    svg.append(create('path', { d: SHAPES[mark], class: hollow ? 'hollow' : 'filled' }));
  }
  return svg;
}

/** The one that all of its points share; a line whose points differ is told by its line. */
function markOf(points: Series['points']): Mark {
  const marks = new Set(points.map(({ mark }) => mark));
  return (marks.size === 1 ? points[0]?.mark : undefined) ?? 'none';
}

function create(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
