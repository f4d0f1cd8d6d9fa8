/** Shows the answer for each target in a line, with how well it is known. */
import type { Answer } from '../../src/panel/picture';
import { el, setAttribute, setText, show } from '../dom';
import { post } from '../host';
import { keyedList, type View } from '../keyedList';
import type { Actions, Section } from '../model';
import { section } from '../parts/headedSection';
import { setWords } from '../parts/words';

/** Spoken words for each mark. */
const MARKS = { '✓': 'meets', '✗': 'misses', '?': 'unknown' } as const;

/** Returns the mark and its words. As in the editor, an unproven pass has a mark of its own. */
function markWords({ mark, verified }: Answer): readonly [text: string, aloud: string] {
  return mark === '✓' && !verified ? ['✓?', 'meets, unverified'] : [mark, MARKS[mark]];
}

export function createAnswers(actions: Actions): Section {
  const element = section('answers', 'The answer');
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
  setText(choose, isChosen ? `Scenario ${scenario}, selected` : `Select scenario ${scenario}`);
  setAttribute(choose, 'aria-pressed', String(isChosen));
}

function answerView(actions: Actions): View<Answer> {
  let answer: Answer | undefined;
  const mark = el('span', { class: 'mark', role: 'img' });
  const target = el('button', { type: 'button', class: 'link', title: 'Show in the editor' });
  const objectives = el('span', { class: 'muted' });
  const headline = el('p', { class: 'headline' });
  const detail = el('p', { class: 'muted' });
  const choose = el('button', { type: 'button', class: 'link choose' });
  target.addEventListener('click', () => {
    if (answer?.range) post({ type: 'reveal', range: answer.range });
  });
  choose.addEventListener('click', () => {
    if (answer?.scenario !== undefined) actions.select(answer.scenario);
  });
  const about = el('p', { class: 'about' }, mark, target, objectives);
  const element = el('li', { class: 'card' }, about, headline, detail, choose);
  return {
    element,
    update: (next) => {
      answer = next;
      const [markText, aloud] = markWords(next);
      setText(mark, markText);
      setAttribute(mark, 'aria-label', aloud);
      setAttribute(element, 'data-verdict', MARKS[next.mark]);
      element.classList.toggle('unverified', !next.verified);
      setAttribute(element, 'data-scenario', next.scenario);
      setText(target, next.target);
      target.disabled = next.range === undefined;
      setText(objectives, next.objectives);
      setWords(headline, next.headline);
      setWords(detail, next.detail);
      show(choose, next.scenario !== undefined);
    },
  };
}
