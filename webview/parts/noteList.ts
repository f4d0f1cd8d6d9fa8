/** Lists sentences, hidden if there are none. */
import { el, show } from '../dom';
import { keyedList } from '../keyedList';
import { wordsOf } from './words';

export function noteList() {
  const element = el('ul', { class: 'notes' });
  const list = keyedList<string>(
    element,
    (note) => note,
    (note) => ({ element: el('li', {}, ...wordsOf(note)), update: () => undefined }),
  );
  return {
    element,
    update: (notes: readonly string[]) => {
      list.update(notes);
      show(element, notes.length > 0);
    },
  };
}
