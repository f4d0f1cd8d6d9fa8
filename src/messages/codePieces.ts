/** Splits sentences at names between backticks, for views that draw them. */

interface Piece {
  readonly text: string;
  /** Set if the text was between backticks. */
  readonly isCode: boolean;
}

/** Matches code with as many backticks at its end as at its start. Unpaired backticks belong to the text. */
const CODE = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/;

/** Returns the pieces in the order of the text, none of them empty. */
export function piecesOf(sentence: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = sentence;
  for (let found = CODE.exec(rest); found !== null; found = CODE.exec(rest)) {
    pieces.push({ text: rest.slice(0, found.index), isCode: false });
    pieces.push({ text: contentOf(found[2] ?? ''), isCode: true });
    rest = rest.slice(found.index + found[0].length);
  }
  return [...pieces, { text: rest, isCode: false }].filter(({ text }) => text !== '');
}

/** Removes the marks of names, for reading aloud or for the text alternative of a picture. */
export function plainWords(sentence: string): string {
  return piecesOf(sentence)
    .map(({ text }) => text)
    .join('');
}

/** Removes the blanks that separate code with backticks of its own from the ones around it. */
function contentOf(code: string): string {
  return code.includes('`') ? code.replace(/^ (.*) $/, '$1') : code;
}
