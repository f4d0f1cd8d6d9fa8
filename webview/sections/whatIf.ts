/** Changes to try before they are written: controls that start from the plan, and what they would do. */
import type { ScenarioEntry } from '../../src/panel/picture';
import type { WhatIfField } from '../../src/panel/whatIf/field';
import { button, dropdown } from '../controls';
import { el, setOptional, show } from '../dom';
import { keyedList } from '../keyedList';
import type { Actions, Model, Section } from '../model';
import { section } from '../parts/section';
import { fieldRow } from '../whatIf/fieldRow';
import { createOutcome } from '../whatIf/outcomeTable';
import type { Trial } from '../whatIf/trial';

export function createWhatIf(trial: Trial, actions: Actions): Section {
  const element = section('what-if', 'What if');
  const scenario = dropdown('Scenario to change', actions.select);
  const fields = el('div', { class: 'fields' });
  const rows = keyedList<WhatIfField>(
    fields,
    ({ path }) => path,
    (field) => fieldRow(field, trial),
  );
  const reset = button({
    label: 'Reset',
    name: 'Reset to the plan',
    onClick: () => {
      trial.reset();
    },
  });
  const apply = button({
    label: 'Apply to plan',
    primary: true,
    onClick: () => {
      trial.apply();
    },
  });
  const problem = el('p', { class: 'problem', role: 'alert' });
  const outcome = createOutcome();
  const hint = el('p', { class: 'muted' }, 'Nothing is written until you apply it.');
  const choice = el('div', { class: 'choice' }, el('span', {}, 'Scenario'), scenario.element);
  const tools = el('div', { class: 'tools' }, apply.element, reset.element, hint);
  const controls = el('div', { class: 'controls' }, choice, fields, tools, problem);
  element.append(el('div', { class: 'split' }, controls, outcome.element));

  let last: string | undefined;

  return {
    element,
    update: (model) => {
      const entry = entryOf(model, last);
      last = entry?.name;
      const choices = model.picture.scenarios.map(({ name, title }) => ({
        value: name,
        label: title === undefined ? name : `${name}: ${title}`,
      }));
      scenario.set(choices, entry?.name);
      show(choice, choices.length > 1);
      rows.update(fieldsOf(model, entry));
      const nothing = trial.isEmpty;
      apply.setDisabled(nothing || trial.isApplying || model.outcome?.problem !== undefined);
      reset.setDisabled(nothing || trial.isApplying);
      setOptional(problem, trial.problem);
      outcome.update(model.outcome, model.selected);
      show(element, model.picture.whatIf.length > 0);
    },
  };
}

/** The selected scenario; else the one before, since a cursor that moves on must not change the controls; else the first. */
function entryOf(
  { picture: { scenarios }, selected }: Model,
  last: string | undefined,
): ScenarioEntry | undefined {
  const named = (name: string | undefined) => scenarios.find((entry) => entry.name === name);
  return named(selected) ?? named(last) ?? scenarios[0];
}

function fieldsOf({ picture }: Model, entry: ScenarioEntry | undefined): readonly WhatIfField[] {
  const byPath = new Map(picture.whatIf.map((field) => [field.path, field]));
  const paths = entry?.fields ?? [...byPath.keys()];
  return paths.map((path) => byPath.get(path)).filter((field) => field !== undefined);
}
