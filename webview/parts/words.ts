/** Sentences in which names stand between backticks, as the catalogue writes them. */
import { el, show, type Child } from '../dom';

const written = new WeakMap<Element, string>();

/** Names as code, everything else as it is; only what differs is written. */
export function setWords(element: Element, text: string): void {
  if (written.get(element) === text) return;
  written.set(element, text);
  element.replaceChildren(...wordsOf(text));
}

/** In an element that shows nothing where there is none. */
export function setOptionalWords(element: HTMLElement, text: string | undefined): void {
  setWords(element, text ?? '');
  show(element, text !== undefined && text !== '');
}

export function wordsOf(text: string): readonly Child[] {
  return piecesOf(text).map((piece, i) => (i % 2 === 1 ? el('code', {}, piece) : piece));
}

/** For what can only be read aloud. */
export function plainWords(text: string): string {
  return piecesOf(text).join('');
}

/** A mark stays beside the word that it marks: `✗ likely misses`. */
export function withMark(text: string): string {
  return text.replace(/^([✓✗?]) /, '$1\u00a0');
}

/** Every other one is a name. Without its partner a backtick is one of the text's own. */
function piecesOf(text: string): readonly string[] {
  const pieces = text.split('`');
  return pieces.length % 2 === 0 ? [text] : pieces;
}
