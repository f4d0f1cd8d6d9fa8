/** Builds the text of a plan to start from, with a tab stop at each value that a person changes first. */
import { piecesOf, textOf, type Piece } from '../pieces';

export interface Template {
  /** Name in lists, in the person's language: `Ollama slots`. */
  readonly name: string;
  /** Short text beside the name. */
  readonly detail: string;
  /** Text as `pieces` reads it. */
  readonly text: string;
}

/**
 * Returns the pieces of a template in order. In its text, what a person changes first is between `«` and `»`, and the
 * title is `«TITLE»`.
 */
export function pieces({ text }: Template, title: string): readonly Piece[] {
  return piecesOf(text).map((piece) =>
    piece.text === 'TITLE' ? { ...piece, text: quoted(title) } : piece,
  );
}

/** Returns the plan without tab stops. */
export function templateText(template: Template, title: string): string {
  return textOf(pieces(template, title));
}

/** Quotes a title that YAML would read as something else. */
function quoted(title: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} ._-]*$/u.test(title) && !/^(?:true|false|null)$/i.test(title);
  return isPlain ? title : JSON.stringify(title);
}
