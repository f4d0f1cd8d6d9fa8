/** Holds texts to plain words: short sentences, none of the banned phrases, the verdict and a figure first. */

/** Words of a dialect, with plain ones instead: based on, queueing, limiting, average load. */
export const BANNED =
  /\b(rests? on|leans? on|carries|binds?|stands?|(?:is|are) meant|by chance|balance of means|dearer|of yours|(?:nothing|what is) known bears on|four times in five)\b/i;

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
  return sentence.includes(' = ');
}

/** Takes the prose of a Markdown file: no code blocks, tables by cell, links by their text. */
export function proseOf(markdown: string): readonly string[] {
  return markdown
    .replace(/^```.*?^```$/gms, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split(/\n\s*\n|\n(?=\s*[-|] ?|#)| \| |^\|/m)
    .filter((part) => !/^[\s|:-]*$/.test(part) && !/^ {4}\S/.test(part))
    .map((part) => part.replace(/^[\s|#*-]+|[\s|]+$/g, '').replace(/\*/g, ''));
}

export interface ReadingEase {
  readonly words: number;
  readonly sentences: number;
  readonly wordsPerSentence: number;
  readonly longest: number;
  /** Flesch (1948): 206.835 − 1.015 × words a sentence − 84.6 × syllables a word; 60 and more is plain English. */
  readonly flesch: number;
}

/** Measures text of several sentences. Headings and cells of one or two words are no sentences. */
export function readingEase(parts: readonly string[]): ReadingEase {
  const sentences = parts.flatMap(sentencesOf).filter((sentence) => countWords(sentence) > 2);
  const words = sentences.flatMap((sentence) => sentence.match(/\p{L}+/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  const perSentence = words.length / Math.max(1, sentences.length);
  return {
    words: words.length,
    sentences: sentences.length,
    wordsPerSentence: perSentence,
    longest: Math.max(0, ...sentences.map(countWords)),
    flesch: 206.835 - 1.015 * perSentence - (84.6 * syllables) / Math.max(1, words.length),
  };
}

/** Counts groups of vowels, without a silent `e` at the end: an estimate, as usual for English. */
export function countSyllables(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiousxz])es$/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}
