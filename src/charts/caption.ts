/** Splits what a chart says: two sentences below it, all others beside its table. */
import { joinSentences } from '../messages/sentences';
import type { Chart } from './chart';

const MOST_SENTENCES = 2;

/** @param all One sentence each, the most important first. */
export function captionOf(
  ...all: readonly (string | undefined)[]
): Pick<Chart, 'conclusion' | 'notes'> {
  const said = all.filter((sentence) => sentence !== undefined && sentence !== '');
  const notes = said.slice(MOST_SENTENCES).map(String);
  return {
    conclusion: joinSentences(...said.slice(0, MOST_SENTENCES)),
    ...(notes.length > 0 && { notes }),
  };
}
