/** Shows the effects of the changes beside the plan. Its place is kept while nothing is tried. */
import { t } from '@vscode/l10n';
import type { BeforeAfter, OutcomeRow, WhatIfOutcome } from '../../src/panel/whatIf/outcome';
import { el, setAttribute, setText, show } from '../dom';
import { keyedList, type View } from '../keyedList';
import { setLook, type ScenarioLooks } from '../parts/scenarioLook';
import { withScrollEdges } from '../parts/scrollEdges';
import { setOptionalWords, setWords, withMark } from '../parts/words';

const FIGURES = ['nodes', 'cost', 'time'] as const;

export function createOutcome(looks: ScenarioLooks) {
  const nothing = el(
    'p',
    { class: 'muted' },
    t`Move a slider or type a value to see the change here.`,
  );
  const changes = el('p', { class: 'changes' });
  const problem = el('p', { class: 'problem', role: 'alert' });
  const head = el('tr', {});
  const body = el('tbody', {});
  const table = el('table', {}, el('thead', {}, head), body);
  table.setAttribute('aria-label', t`What would change; not in the file`);
  const scroll = el('div', { class: 'scroll', role: 'region', tabindex: '0' }, table);
  scroll.setAttribute('aria-label', t`What would change, table`);
  const frame = withScrollEdges(scroll);
  const answers = el('ul', { class: 'notes' });
  const badge = el('p', { class: 'badge' }, t`Not in the file`);
  const element = el('div', { class: 'outcome' }, nothing, badge, changes, problem, frame, answers);

  const heads = keyedList<string>(
    head,
    (title) => title,
    (title) => ({ element: el('th', { scope: 'col' }, title), update: () => undefined }),
  );
  const rows = keyedList<OutcomeRow>(
    body,
    ({ scenario }) => scenario,
    (row) => outcomeRow(row, looks),
  );
  const answerList = keyedList<WhatIfOutcome['answers'][number]>(
    answers,
    ({ target }) => target,
    answerItem,
  );

  return {
    element,
    update: (outcome: WhatIfOutcome | undefined, selected: string | undefined) => {
      const isTried = outcome !== undefined;
      element.classList.toggle('tried', isTried);
      show(nothing, !isTried);
      for (const part of [badge, changes]) show(part, isTried);
      setText(changes, outcome?.changes.map(({ text }) => text).join(' · ') ?? '');
      setOptionalWords(problem, outcome?.problem);
      const { time = '', targets = [] } = outcome ?? {};
      heads.update([t`Scenario`, t`Nodes`, t`Cost`, time, ...targets]);
      rows.update(outcome?.rows ?? []);
      for (const { element: row } of rows.views()) {
        const current = row.dataset.scenario === selected;
        setAttribute(row, 'aria-current', current ? 'true' : undefined);
      }
      show(frame, isTried && outcome.rows.length > 0);
      answerList.update(outcome?.answers ?? []);
      show(answers, isTried && outcome.answers.length > 0);
    },
  };
}

function outcomeRow({ scenario }: OutcomeRow, looks: ScenarioLooks): View<OutcomeRow> {
  const look = el('span', { class: 'look' });
  const name = el('th', { scope: 'row', title: scenario });
  name.append(el('div', { class: 'name' }, look, el('span', {}, scenario)));
  const element = el('tr', { 'data-scenario': scenario }, name);
  const cells: View<BeforeAfter>[] = [];
  function addCell(): View<BeforeAfter> {
    const cell = beforeAfter();
    cells.push(cell);
    element.append(cell.element);
    return cell;
  }
  return {
    element,
    update: (row) => {
      setLook(look, looks.of(scenario));
      const values = [...FIGURES.map((figure) => row[figure]), ...row.verdicts];
      while (cells.length > values.length) cells.pop()?.element.remove();
      values.forEach((value, column) => {
        (cells[column] ?? addCell()).update(value);
      });
    },
  };
}

/** Creates a cell with the old and the new value. They take two lines if there is no room. */
function beforeAfter(): View<BeforeAfter> {
  const plan = el('span', { class: 'plan' });
  const changed = el('span', {});
  const arrow = el('span', { class: 'arrow', role: 'img', 'aria-label': t`would become` }, '→');
  const after = el('span', { class: 'after' }, arrow, '\u00a0', changed);
  const element = el('td', {}, plan, ' ', after);
  return {
    element,
    update: (values) => {
      setText(plan, withMark(values.plan));
      setText(changed, withMark(values.changed));
      show(after, values.differs);
      element.classList.toggle('differs', values.differs);
    },
  };
}

function answerItem(): View<WhatIfOutcome['answers'][number]> {
  const target = el('strong', {});
  const words = el('span', {});
  return {
    element: el('li', {}, target, words),
    update: (answer) => {
      setText(target, answer.target);
      setWords(words, `: ${answer.plan} → ${answer.changed}`);
    },
  };
}
