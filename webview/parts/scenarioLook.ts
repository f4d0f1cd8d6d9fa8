/** Shows the colour and the shape that mean a scenario, in tables and tips. */
import type { ScenarioEntry } from '../../src/panel/picture';
import { SHAPES } from '../charts/marks';

export type Look = Pick<ScenarioEntry, 'colour' | 'mark'>;

/** Looks of the scenarios of a picture, by name. */
export class ScenarioLooks {
  #looks: ReadonlyMap<string, Look> = new Map();

  set(scenarios: readonly ScenarioEntry[]): void {
    this.#looks = new Map(scenarios.map((entry) => [entry.name, entry]));
  }

  of(scenario: string | undefined): Look | undefined {
    return scenario === undefined ? undefined : this.#looks.get(scenario);
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** Puts a sample into an element, or takes it away. Writes only changes. */
export function setLook(element: HTMLElement, look: Look | undefined): void {
  const wanted = look ? `${look.colour} ${look.mark}` : '';
  if (element.dataset.look === wanted) return;
  element.dataset.look = wanted;
  element.replaceChildren(...(look ? [sampleOf(look)] : []));
}

function sampleOf({ colour, mark }: Look): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '-9 -9 18 18');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `look-sample colour-${colour}`);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', mark === 'none' ? SHAPES.circle : SHAPES[mark]);
  svg.append(path);
  return svg;
}
