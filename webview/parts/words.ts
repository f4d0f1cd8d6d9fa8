/** Sentences in which names stand between backticks, as the catalogue writes them. */
import { el } from '../dom';

const written = new WeakMap<Element, string>();

/** Names as code, everything else as it is; only what differs is written. */
export function setWords(element: Element, text: string): void {
  if (written.get(element) === text) return;
  written.set(element, text);
  const parts = text.split('`');
  // Without its partner a backtick is one of the text's own.
  if (parts.length % 2 === 0) element.replaceChildren(text);
  else
    element.replaceChildren(...parts.map((part, i) => (i % 2 === 1 ? el('code', {}, part) : part)));
}
