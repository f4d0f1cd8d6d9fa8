/** Sentences in which names stand between backticks, for those who draw them. */

export interface Piece {
  readonly text: string;
  readonly isName: boolean;
}

/** Without its partner a backtick is one of the text's own. */
export function hasMarks(sentence: string): boolean {
  const parts = sentence.split('`').length;
  return parts > 1 && parts % 2 === 1;
}

export function piecesOf(sentence: string): readonly Piece[] {
  if (!hasMarks(sentence)) return [{ text: sentence, isName: false }];
  return sentence
    .split('`')
    .map((text, index) => ({ text, isName: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** For those who cannot mark a name: read aloud, or as the text in place of a picture. */
export function plainWords(sentence: string): string {
  return piecesOf(sentence)
    .map(({ text }) => text)
    .join('');
}
