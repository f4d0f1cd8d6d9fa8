/** Says that the plan takes too long to follow, and offers to compute it once. */
import type { Paused } from '../../src/panel/picture';
import { button } from '../controls';
import { el, setText, show } from '../dom';
import { post } from '../host';

const WORDS: Readonly<Record<Paused, string>> = {
  all: 'Paused: this plan is expensive. The panel does not follow what is typed.',
  rest: 'Paused: this plan is expensive. Answers and further charts may be missing.',
};

export interface Pause {
  readonly element: HTMLElement;
  readonly update: (paused: Paused | undefined) => void;
}

export function createPause(): Pause {
  const words = el('span', { role: 'status' });
  const update = button({
    label: 'Update Once',
    name: 'Update once: compute what is paused',
    onClick: () => {
      setText(words, 'Computing.');
      post({ type: 'updateOnce' });
    },
  });
  const element = el('div', { class: 'paused' }, words, update.element);
  element.hidden = true;
  return {
    element,
    update: (paused) => {
      setText(words, paused === undefined ? '' : WORDS[paused]);
      show(element, paused !== undefined);
    },
  };
}
