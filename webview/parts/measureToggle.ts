/** Lets people choose whether a chart shows nodes or cost. */
import { t } from '@vscode/l10n';
import { el } from '../dom';
import { MEASURES, type Measure } from '../measure';

function labelOf(measure: Measure): string {
  return measure === 'nodes' ? t`Nodes` : t`Cost`;
}

export interface MeasureToggle {
  readonly element: HTMLElement;
  set(measure: Measure): void;
}

let count = 0;

/** @param what What is shown by one or the other, for people who do not see the place. */
export function measureToggle(what: string, onChange: (measure: Measure) => void): MeasureToggle {
  const group = `measure-${String(++count)}`;
  const inputs = MEASURES.map((value) => el('input', { type: 'radio', name: group, value }));
  const element = el('div', { class: 'measure', role: 'radiogroup', 'aria-label': what });
  inputs.forEach((input, i) => {
    const value = MEASURES[i] ?? 'cost';
    input.addEventListener('change', () => {
      if (input.checked) onChange(value);
    });
    element.append(el('label', {}, input, el('span', {}, labelOf(value))));
  });
  return {
    element,
    set: (measure) => {
      for (const input of inputs) input.checked = input.value === measure;
    },
  };
}
