/** What the changes would do, beside what the plan says. */
import type { BeforeAfter, OutcomeRow, WhatIfOutcome } from '../../src/panel/whatIf/outcome';
import { el, setAttribute, setOptional, setText, show } from '../dom';
import { keyedList, type View } from '../keyedList';

const FIGURES = [
  ['nodes', 'Nodes'],
  ['cost', 'Cost'],
  ['latency', 'Latency'],
  ['verdict', 'Verdict'],
] as const;

export function createOutcome() {
  const changes = el('p', { class: 'changes' });
  const problem = el('p', { class: 'problem', role: 'alert' });
  const head = el('tr', {}, ...['Scenario', ...FIGURES.map(([, title]) => title)].map(columnHead));
  const body = el('tbody', {});
  const table = el('table', {}, el('thead', {}, head), body);
  table.setAttribute('aria-label', 'What would change; not in the file');
  const scroll = el('div', { class: 'scroll', role: 'region', tabindex: '0' }, table);
  scroll.setAttribute('aria-label', 'What would change, table');
  const answers = el('ul', { class: 'notes' });
  const badge = el('p', { class: 'badge' }, 'Not in the file');
  const element = el('div', { class: 'outcome' }, badge, changes, problem, scroll, answers);

  const rows = keyedList<OutcomeRow>(body, ({ scenario }) => scenario, outcomeRow);
  const answerList = keyedList<WhatIfOutcome['answers'][number]>(
    answers,
    ({ target }) => target,
    answerItem,
  );

  return {
    element,
    update: (outcome: WhatIfOutcome | undefined, selected: string | undefined) => {
      show(element, outcome !== undefined);
      if (outcome === undefined) return;
      setText(changes, outcome.changes.map(({ text }) => text).join(' · '));
      setOptional(problem, outcome.problem);
      rows.update(outcome.rows);
      for (const { element: row } of rows.views()) {
        const current = row.dataset.scenario === selected;
        setAttribute(row, 'aria-current', current ? 'true' : undefined);
      }
      show(scroll, outcome.rows.length > 0);
      answerList.update(outcome.answers);
      show(answers, outcome.answers.length > 0);
    },
  };
}

function columnHead(title: string): HTMLElement {
  return el('th', { scope: 'col' }, title);
}

function outcomeRow({ scenario }: OutcomeRow): View<OutcomeRow> {
  const cells = FIGURES.map(([figure]) => ({ figure, ...beforeAfter() }));
  const name = el('th', { scope: 'row' }, scenario);
  const elements = cells.map(({ element }) => element);
  return {
    element: el('tr', { 'data-scenario': scenario }, name, ...elements),
    update: (row) => {
      for (const { figure, update } of cells) update(row[figure]);
    },
  };
}

function beforeAfter() {
  const plan = el('span', { class: 'plan' });
  const changed = el('span', { class: 'after' });
  const arrow = el('span', { class: 'arrow', role: 'img', 'aria-label': 'would become' }, '→');
  const element = el('td', {}, plan, arrow, changed);
  return {
    element,
    update: (values: BeforeAfter) => {
      setText(plan, values.plan);
      setText(changed, values.changed);
      show(arrow, values.differs);
      show(changed, values.differs);
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
      setText(words, `: ${answer.plan} → ${answer.changed}`);
    },
  };
}
