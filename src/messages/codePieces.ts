/** Sentences in which names stand between backticks, as Markdown has it, for those who draw them. */

interface Piece {
  readonly text: string;
  /** It stood between backticks. */
  readonly isCode: boolean;
}

/** As many backticks at its end as at its beginning; without their partner they are some of the text's own. */
const CODE = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/;

/** In the order of the text, none of them empty. */
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

/** For those who cannot mark a name: read aloud, or as the text in place of a picture. */
export function plainWords(sentence: string): string {
  return piecesOf(sentence)
    .map(({ text }) => text)
    .join('');
}

/** What has backticks of its own stands apart from those around it. */
function contentOf(code: string): string {
  return code.includes('`') ? code.replace(/^ (.*) $/, '$1') : code;
}
