/** Builds the control of a value: a slider to try, and a field for an exact value. */
import { t } from '@vscode/l10n';
import { formatNumber } from '../../src/messages/numbers';
import type { WhatIfField } from '../../src/panel/whatIf/field';
import { textField } from '../controls';
import { el, setAttribute, setOptional, setText } from '../dom';
import type { View } from '../keyedList';
import { nudged, positionOf, POSITIONS } from './position';
import { readTyped } from './readTypedNumber';
import type { Trial } from './trial';
import { unitWords } from './unitWords';

/** Significant digits, enough to tell one step from the next. */
const DIGITS = 9;

let count = 0;

export function fieldRow(first: WhatIfField, trial: Trial): View<WhatIfField> {
  let field = first;
  const label = el('span', { class: 'label' });
  const slider = el('input', { type: 'range', min: '0', max: String(POSITIONS), step: '1' });
  const wrong = el('p', { class: 'wrong', id: `wrong-${String(++count)}`, role: 'alert' });
  const exact = textField(t`${first.label}, exact value`, wrong, (text) => {
    const typed = readTyped(text, field);
    if ('value' in typed) {
      sayWrong(undefined);
      trial.set(field, typed.value);
    } else {
      sayWrong(typed.problem);
      trial.setUnreadable(field);
    }
  });
  const unit = el('span', { class: 'muted unit' });
  const own = el('span', { class: 'muted own' });
  let isHeld = false;
  slider.addEventListener('pointerdown', () => (isHeld = true));
  for (const end of ['pointerup', 'pointercancel', 'change']) {
    slider.addEventListener(end, () => (isHeld = false));
  }
  slider.addEventListener('input', () => {
    // On a narrow slider a pixel covers many positions.
    const reach = isHeld ? POSITIONS / slider.clientWidth / 2 : undefined;
    sayWrong(undefined);
    trial.set(field, nudged(field, trial.valueOf(field), Number(slider.value), reach));
  });
  const element = el('div', { class: 'field' }, label, own, slider, exact.element, unit, wrong);
  sayWrong(undefined);

  function sayWrong(problem: string | undefined): void {
    setOptional(wrong, problem);
    exact.setInvalid(problem !== undefined);
  }

  return {
    element,
    update: (next) => {
      field = next;
      const value = trial.valueOf(field);
      const position = String(positionOf(field, value));
      if (slider.value !== position) slider.value = position;
      setAttribute(slider, 'aria-label', field.label);
      setAttribute(
        slider,
        'aria-valuetext',
        `${formatNumber(value, DIGITS)} ${unitWords(field.unit)}`,
      );
      setText(label, field.label);
      label.title = field.label;
      if (!trial.isUnreadable(field)) {
        sayWrong(undefined);
        exact.set(formatNumber(value, DIGITS));
      }
      setText(unit, unitWords(field.unit));
      const isChanged = trial.isChanged(field);
      element.classList.toggle('changed', isChanged);
      setText(own, isChanged ? t`plan: ${ownWords(field)}` : '');
    },
  };
}

/**
 * Returns the plan's value as the control writes numbers, so that the two compare. For `auto`, adds the found value.
 */
function ownWords({ text, value }: WhatIfField): string {
  const number = formatNumber(value, DIGITS);
  return text === 'auto' ? `auto (${number})` : number;
}
