/** Builds the legend as a list: it wraps, grows with the font, and can be read. Its words equal those in the SVG. */
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
    // An entry never changes. Another one replaces it.
    (entry) => JSON.stringify(entry),
    ({ sample, text }) => {
      const words = el('span', {}, text);
      const entry = el('li', { title: text }, ...(sample ? [swatch(sample)] : []), words);
      return { element: entry, update: () => undefined };
    },
  );
  return {
    element,
    /** Shows the legend of the plan: a change that is tried must not move what is below. */
    update: (chart: Chart) => {
      const series = chart.series.filter(({ whatIf }) => !whatIf);
      const entries = legendEntries({ ...chart, series });
      list.update(entries);
      element.hidden = entries.length === 0;
    },
  };
}

/** Returns the ring around points that are tried and not in the file. */
export function triedSwatch(): SVGElement {
  return swatch({
    kind: 'points',
    colour: 'foreground',
    mark: 'none',
    isHollow: false,
    isDashed: false,
    isTried: true,
  });
}

function swatch(sample: Sample): SVGElement {
  const svg = create('svg', { viewBox: '-10 -7.5 20 15', 'aria-hidden': 'true' });
  svg.setAttribute('class', `swatch colour-${sample.colour}`);
  svg.append(...shapesOf(sample).map((shape) => create('path', shape)));
  return svg;
}

type Shape = Readonly<Record<string, string>>;

function shapesOf({ kind, mark, isHollow, isDashed, isTried, look }: Sample): readonly Shape[] {
  const fill = isHollow ? 'hollow' : 'filled';
  const dashes: Shape = isDashed ? { 'stroke-dasharray': '3 2' } : {};
  const point: readonly Shape[] = mark === 'none' ? [] : [{ d: SHAPES[mark], class: fill }];
  switch (kind) {
    case 'bars':
      return [{ d: 'M-6 -5h12v10h-12z', class: isDashed ? 'hollow' : fill, ...dashes }];
    case 'band':
      return [{ d: 'M-6 -5h12v10h-12z', class: 'faint' }];
    case 'range':
      return [{ d: 'M-4 -6.5h8M0 -6.5v13M-4 6.5h8' }];
    case 'points':
      return isTried ? [...point, { d: RING, 'stroke-dasharray': '3 2' }] : point;
    default:
      return [{ d: 'M-10 0H10', ...dashes, ...(look && { class: look }) }, ...point];
  }
}

/** Path of a ring, drawn around points that are tried and not in the file. */
const RING = 'M-6.9 0a6.9 6.9 0 1 0 13.8 0a6.9 6.9 0 1 0 -13.8 0z';

function create(name: string, attributes: Shape): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
