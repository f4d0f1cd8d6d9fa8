/** Shows sentences in which names are between backticks, as `messages` writes them. */
import { piecesOf } from '../../src/messages/codePieces';
import { el, show, type Child } from '../dom';

const written = new WeakMap<Element, string>();

/** Shows names as code and the rest as text. Writes only changes. */
export function setWords(element: Element, text: string): void {
  if (written.get(element) === text) return;
  written.set(element, text);
  element.replaceChildren(...wordsOf(text));
}

/** Sets a sentence, and hides the element if there is none. */
export function setOptionalWords(element: HTMLElement, text: string | undefined): void {
  setWords(element, text ?? '');
  show(element, text !== undefined && text !== '');
}

export function wordsOf(text: string): readonly Child[] {
  return piecesOf(text).map((piece) => (piece.isCode ? el('code', {}, piece.text) : piece.text));
}

/** Keeps a mark beside its word: `✗? likely misses`. */
export function withMark(text: string): string {
  return text.replace(/^([✓✗]\??|\?) /, '$1\u00a0');
}
