/** Sentences in which names stand between backticks, as `messages` writes them. */
import { piecesOf } from '../../src/messages/codePieces';
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
  return piecesOf(text).map((piece) => (piece.isCode ? el('code', {}, piece.text) : piece.text));
}

/** A mark stays beside the word that it marks: `✗ likely misses`. */
export function withMark(text: string): string {
  return text.replace(/^([✓✗?]) /, '$1\u00a0');
}
