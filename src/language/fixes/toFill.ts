/** Turns edits whose texts have tab stops into such that the editor leads through. */
import type { TextEdit } from '../../plan/edit/textEdit';
import { piecesOf, textOf } from '../pieces';
import type { FixEdit } from './fix';

/** @param edits Edits with what is filled in between `«` and `»`. */
export function toFill(edits: readonly TextEdit[]): readonly FixEdit[] {
  return edits.map(({ start, end, text }) => {
    const pieces = piecesOf(text);
    return pieces.some(({ isStop }) => isStop)
      ? { start, end, text: textOf(pieces), pieces }
      : { start, end, text };
  });
}
