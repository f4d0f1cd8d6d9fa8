/** A value that can be changed: a slider to try, and a field for exactly this one. */
import { formatNumber } from '../../src/catalogue/numbers';
import type { WhatIfField } from '../../src/panel/whatIf/field';
import { textField } from '../controls';
import { el, setAttribute, setText } from '../dom';
import type { View } from '../keyedList';
import { nudged, positionOf, POSITIONS } from './position';
import type { Trial } from './trial';

/** Enough to tell apart what a step changes. */
const DIGITS = 9;

export function fieldRow(first: WhatIfField, trial: Trial): View<WhatIfField> {
  let field = first;
  const label = el('span', { class: 'label' });
  const slider = el('input', { type: 'range', min: '0', max: String(POSITIONS), step: '1' });
  const exact = textField(`${first.label}, exact value`, (text) => {
    const value = parse(text);
    const fits = value !== undefined && value >= 0 && (value > 0 || field.min <= 0);
    exact.setInvalid(!fits);
    if (fits) trial.set(field, value);
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
    trial.set(field, nudged(field, trial.valueOf(field), Number(slider.value), reach));
  });
  const element = el('div', { class: 'field' }, label, slider, exact.element, unit, own);

  return {
    element,
    update: (next) => {
      field = next;
      const value = trial.valueOf(field);
      const position = String(positionOf(field, value));
      if (slider.value !== position) slider.value = position;
      setAttribute(slider, 'aria-label', field.label);
      setAttribute(slider, 'aria-valuetext', `${formatNumber(value, DIGITS)} ${field.unit}`);
      setText(label, field.label);
      label.title = field.label;
      exact.set(formatNumber(value, DIGITS));
      if (!trial.isChanged(field)) exact.setInvalid(false);
      setText(unit, field.unit);
      const isChanged = trial.isChanged(field);
      element.classList.toggle('changed', isChanged);
      setText(own, isChanged ? `plan: ${field.text ?? formatNumber(field.value, DIGITS)}` : '');
    },
  };
}

/** `2,000`, `1.5`, `1e3`; not `1,5`, which half of the world would read as one and a half. */
function parse(text: string): number | undefined {
  const trimmed = text.trim();
  const digits = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
  const value = digits === '' ? Number.NaN : Number(digits);
  return Number.isFinite(value) ? value : undefined;
}
