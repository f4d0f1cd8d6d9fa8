/** Shows the what-if controls, which start from the plan, and the effects of a change. */
import { t } from '@vscode/l10n';
import type { ScenarioEntry } from '../../src/panel/picture';
import type { WhatIfField } from '../../src/panel/whatIf/field';
import { button, dropdown } from '../controls';
import { el, setText, show } from '../dom';
import { keyedList } from '../keyedList';
import type { Actions, Model, Section } from '../model';
import { section } from '../parts/headedSection';
import type { ScenarioLooks } from '../parts/scenarioLook';
import { setOptionalWords } from '../parts/words';
import { fieldRow } from '../whatIf/fieldRow';
import { createOutcome } from '../whatIf/outcomeTable';
import { createSummary } from '../whatIf/summary';
import type { Trial } from '../whatIf/trial';

export function createWhatIf(trial: Trial, actions: Actions, looks: ScenarioLooks): Section {
  const element = section('what-if', t`What if`);
  const scenario = dropdown(t`Scenario to change`, actions.select);
  const fields = el('div', { class: 'fields' });
  const rows = fieldList(fields, trial);
  const otherFields = el('div', { class: 'fields' });
  const otherRows = fieldList(otherFields, trial);
  const others = el('details', {}, el('summary', {}, t`Limits of other targets`), otherFields);
  const reset = button({
    label: t`Reset`,
    name: t`Reset to the plan`,
    onClick: () => {
      trial.reset();
    },
  });
  const apply = button({
    label: t`Apply to plan`,
    primary: true,
    onClick: () => {
      trial.apply();
    },
  });
  const problem = el('p', { class: 'problem', role: 'alert' });
  const outcome = createOutcome(looks);
  const summary = createSummary();
  const hint = el('p', { class: 'muted', role: 'status' });
  const choice = el('div', { class: 'choice' }, el('span', {}, t`Scenario`), scenario.element);
  const tools = el('div', { class: 'tools' }, apply.element, reset.element, hint);
  const controls = el('div', { class: 'controls' }, choice, summary.element, summary.spoken);
  controls.append(fields, others, tools, problem);
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
      const [own, other] = fieldsOf(model, entry);
      rows.update(own);
      otherRows.update(other);
      show(others, other.length > 0);
      // Tried values stay in view, also after the page was hidden.
      if (other.some((field) => trial.isChanged(field))) others.open = true;
      apply.setDisabled(!trial.canApply);
      reset.setDisabled(trial.isEmpty || trial.isApplying);
      setText(
        hint,
        trial.isApplied
          ? t`Applied; undo takes it back.`
          : t`Nothing is written until you apply it.`,
      );
      setOptionalWords(problem, trial.problem);
      summary.update(model.outcome, entry?.name);
      outcome.update(model.outcome, model.selected);
      show(element, model.picture.whatIf.length > 0);
    },
  };
}

function fieldList(parent: HTMLElement, trial: Trial) {
  return keyedList<WhatIfField>(
    parent,
    ({ path }) => path,
    (field) => fieldRow(field, trial),
  );
}

/**
 * Returns the selected scenario, else the last one, else the first. A cursor that moves on must not change the
 * controls.
 */
function entryOf(
  { picture: { scenarios }, selected }: Model,
  last: string | undefined,
): ScenarioEntry | undefined {
  const named = (name: string | undefined) => scenarios.find((entry) => entry.name === name);
  return named(selected) ?? named(last) ?? scenarios[0];
}

/** Returns a scenario's own fields, and the limits of other targets, which it is also judged by. */
function fieldsOf(
  { picture }: Model,
  entry: ScenarioEntry | undefined,
): readonly [own: readonly WhatIfField[], other: readonly WhatIfField[]] {
  const byPath = new Map(picture.whatIf.map((field) => [field.path, field]));
  const own = new Set(entry?.fields ?? byPath.keys());
  const others = picture.limits.filter((path) => !own.has(path));
  const found = (paths: Iterable<string>) =>
    [...paths].map((path) => byPath.get(path)).filter((field) => field !== undefined);
  return [found(own), found(others)];
}
