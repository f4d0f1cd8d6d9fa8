/** Names weeks, months and years: periods that growth compounds over. */
import type { GrowthPeriod } from '../../engine/plan/plan';

// A single `m` could be a minute.
const SPELLINGS: readonly (readonly [GrowthPeriod, RegExp])[] = [
  ['week', /^(?:w|wk|weeks?)$/i],
  ['month', /^(?:mo|mon|mth|months?)$/i],
  ['year', /^(?:y|yr|yrs|years?|annum)$/i],
];

export function readPeriod(word: string): GrowthPeriod | undefined {
  return SPELLINGS.find(([, spelling]) => spelling.test(word))?.[0];
}
