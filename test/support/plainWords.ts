/** Holds texts to plain words: short sentences, none of the banned phrases, the verdict and a figure first. */

/** Words of a dialect, with plain ones instead: based on, queueing, limiting, average load. */
export const BANNED =
  /\b(rests? on|leans? on|carries|binds?|stands?|(?:is|are) meant|by chance|balance of means|dearer|of yours|(?:nothing|what is) known bears on|four times in five|whichever|so that)\b/i;

const INVERTED = /^(Of|What|Whether|Where|Nor|Were)\b/;

export const MOST_WORDS = 25;

/** Splits a text without its code spans: these count as one word each. */
export function sentencesOf(text: string): readonly string[] {
  return withoutCode(text)
    .split(/(?<=[.?!:;])\s+(?=[\p{Lu}\d])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

export function withoutCode(text: string): string {
  return text.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/gs, 'Code');
}

export function countWords(sentence: string): number {
  return sentence.split(/[\s/]+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

/** Lists what is wrong with a text. Formulas are no sentences. */
export function faultsOf(text: string): readonly string[] {
  return sentencesOf(text).flatMap((sentence) => [
    ...(countWords(sentence) > MOST_WORDS && !isFormula(sentence)
      ? [`${countWords(sentence)} words: ${sentence}`]
      : []),
    ...(BANNED.test(sentence) ? [`banned "${BANNED.exec(sentence)?.[0] ?? ''}": ${sentence}`] : []),
    ...(INVERTED.test(sentence) ? [`inverted: ${sentence}`] : []),
  ]);
}

function isFormula(sentence: string): boolean {
  return / = /.test(sentence);
}
