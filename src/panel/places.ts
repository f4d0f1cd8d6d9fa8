/** Finds places in the current text, though they were read from an older one. */
import type { PlanDocument } from '../plan/document';
import { findChange, moveRange } from '../plan/textChange';

export type Places = Pick<PlanDocument, 'rangeOf'>;

/** Returns undefined for places that have changed since. */
export function placesIn(text: string, document: PlanDocument): Places {
  if (text === document.text) return document;
  const change = findChange(document.text, text);
  return {
    rangeOf: (path, part) => {
      const range = document.rangeOf(path, part);
      return range && moveRange(range, change);
    },
  };
}
