import type { Chart } from '../../../../src/charts/chart';
import { renderSvg } from '../../../../src/charts/svg/renderSvg';
import { textWidth } from '../../../../src/charts/svg/text';
import { parseXml, type XmlElement } from '../../../support/parseXml';

export interface Picture {
  readonly svg: string;
  readonly elements: readonly XmlElement[];
  readonly texts: readonly string[];
  readonly named: (name: string) => readonly XmlElement[];
}

/** The picture of a chart, read back. */
export function pictureOf(chart: Chart): Picture {
  const svg = renderSvg(chart);
  const elements = parseXml(svg);
  const named = (name: string) => elements.filter((each) => each.name === name);
  return { svg, elements, texts: named('text').map(({ text }) => text), named };
}

interface Span {
  readonly least: number;
  readonly most: number;
}

/** Everywhere that something is drawn, across and down. */
export function extentOf({ elements }: Picture): { readonly x: Span; readonly y: Span } {
  const places = elements.flatMap(placesOf);
  const span = (values: readonly number[]) =>
    values.reduce<Span>(
      (all, value) => ({
        // Not Math.min alone: it hides no NaN, but neither would it show which one.
        least: value >= all.least ? all.least : value,
        most: value <= all.most ? all.most : value,
      }),
      { least: Infinity, most: -Infinity },
    );
  return { x: span(places.map(([x]) => x)), y: span(places.map(([, y]) => y)) };
}

type Corner = readonly [x: number, y: number];

function placesOf({ name, attributes, text }: XmlElement): readonly Corner[] {
  const at = (key: string): number => Number(attributes[key] ?? 0);
  switch (name) {
    case 'rect':
      return [
        [at('x'), at('y')],
        [at('x') + at('width'), at('y') + at('height')],
      ];
    case 'line':
      return [
        [at('x1'), at('y1')],
        [at('x2'), at('y2')],
      ];
    case 'circle':
      return [-1, 1].map((sign): Corner => [at('cx') + sign * at('r'), at('cy') + sign * at('r')]);
    case 'path':
      return [...(attributes.d ?? '').matchAll(/([^MLZ,]+),([^MLZ,]+)/g)].map(
        ([, x, y]): Corner => [Number(x), Number(y)],
      );
    case 'text': {
      const width = textWidth(text, at('font-size'));
      const shares = { end: 1, middle: 0.5 } as const;
      const share = shares[attributes['text-anchor'] as 'end' | 'middle'] ?? 0;
      const left = at('x') - share * width;
      return [
        [left, at('y') - at('font-size') * 0.8],
        [left + width, at('y') + at('font-size') * 0.2],
      ];
    }
    default:
      return [];
  }
}
