/** Shows the answer for each target in a line, with how well it is known. */
import { t } from '@vscode/l10n';
import type { Answer } from '../../src/panel/picture';
import { el, setAttribute, setText, show } from '../dom';
import { post } from '../host';
import { keyedList, type View } from '../keyedList';
import type { Actions, Section } from '../model';
import { section } from '../parts/headedSection';
import { setWords } from '../parts/words';

interface MarkWords {
  /** What a screen reader says. */
  readonly aloud: string;
  /** What the style of a card depends on. */
  readonly outcome: 'meets' | 'misses' | 'unknown';
}

function wordsOf(mark: Answer['mark']): MarkWords {
  switch (mark) {
    case '✓':
      return { aloud: t`meets`, outcome: 'meets' };
    case '✓?':
      return { aloud: t`meets, unverified`, outcome: 'meets' };
    case '✗':
      return { aloud: t`misses`, outcome: 'misses' };
    case '✗?':
      return { aloud: t`likely misses`, outcome: 'misses' };
    case '?':
      return { aloud: t`unknown`, outcome: 'unknown' };
  }
}

export function createAnswers(actions: Actions): Section {
  const element = section('answers', t`The answer`);
  const items = el('ul', { class: 'cards' });
  element.append(items);
  const list = keyedList<Answer>(
    items,
    ({ target }) => target,
    () => answerView(actions),
  );
  let selected: string | undefined;
  return {
    element,
    update: (model) => {
      selected = model.selected;
      const { answers = [] } = model.picture;
      list.update(answers);
      show(element, answers.length > 0);
      for (const { element: item } of list.views()) {
        const current = selected !== undefined && item.dataset.scenario === selected;
        setAttribute(item, 'aria-current', current ? 'true' : undefined);
        setChosen(item, current);
      }
    },
  };
}

/** Marks the chosen answer in words, because a frame would look like the focus. */
function setChosen(item: HTMLElement, isChosen: boolean): void {
  const choose = item.querySelector('.choose');
  const { scenario } = item.dataset;
  if (choose === null || scenario === undefined) return;
  setText(choose, isChosen ? t`Scenario ${scenario}, selected` : t`Select scenario ${scenario}`);
  setAttribute(choose, 'aria-pressed', String(isChosen));
}

function answerView(actions: Actions): View<Answer> {
  let answer: Answer | undefined;
  const mark = el('span', { class: 'mark', role: 'img' });
  const target = el('button', { type: 'button', class: 'link', title: t`Show in the editor` });
  const objectives = el('span', { class: 'muted' });
  const headline = el('p', { class: 'headline' });
  const detail = el('p', { class: 'muted' });
  const choose = el('button', { type: 'button', class: 'link choose' });
  target.addEventListener('click', () => {
    if (answer?.range) post({ type: 'reveal', range: answer.range });
  });
  choose.addEventListener('click', () => {
    if (answer?.scenario !== undefined) actions.select(answer.scenario);
    else if (answer?.canAdd) actions.add(answer.target);
  });
  const about = el('p', { class: 'about' }, mark, target, objectives);
  const element = el('li', { class: 'card' }, about, headline, detail, choose);
  return {
    element,
    update: (next) => {
      answer = next;
      const { aloud, outcome } = wordsOf(next.mark);
      setText(mark, next.mark);
      setAttribute(mark, 'aria-label', aloud);
      setAttribute(mark, 'title', aloud);
      setAttribute(element, 'data-verdict', outcome);
      element.classList.toggle('unverified', !next.verified);
      setAttribute(element, 'data-scenario', next.scenario);
      setText(target, next.target);
      target.disabled = next.range === undefined;
      setText(objectives, next.objectives);
      setWords(headline, next.headline);
      setWords(detail, next.detail);
      if (next.canAdd) setText(choose, t`Add as scenario`);
      show(choose, next.scenario !== undefined || next.canAdd);
      if (next.canAdd) setAttribute(choose, 'aria-pressed', undefined);
    },
  };
}
