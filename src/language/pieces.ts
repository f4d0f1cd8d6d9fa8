/** Splits text with tab stops into pieces, which the editor turns into a snippet. */

export interface Piece {
  /** The text, or what a tab stop holds at first. */
  readonly text: string;
  /** True for what a person changes first. */
  readonly isStop: boolean;
  /** What a tab stop offers, if that is all there is. */
  readonly choices?: readonly string[];
}

/** Characters with a meaning between the marks. */
const MARKS = /[«»|]/;

/** Reads `users: «1000»` and `source: «measured|guess»`: what is between the marks is a tab stop. */
export function piecesOf(text: string): readonly Piece[] {
  return text
    .split(/[«»]/)
    .map((piece, index) => {
      if (index % 2 === 0) return { text: piece, isStop: false };
      const choices = piece.split('|');
      const [first = ''] = choices;
      return choices.length > 1
        ? { text: first, isStop: true, choices }
        : { text: piece, isStop: true };
    })
    .filter(({ text: piece, isStop }) => isStop || piece !== '');
}

/** Returns what pieces say before anything is typed into them. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Tells if a text can stand between the marks. */
export function fitsStop(text: string): boolean {
  return !MARKS.test(text);
}
