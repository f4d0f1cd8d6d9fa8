/** Words for the answer to a target that every view shares: why there is none, and the closest option. */
import type { NoRecommendation } from '../engine/recommend/recommendation';
import type { TargetVerdict, ObjectiveVerdict } from '../engine/verdict/verdict';
import { listWords } from './markdown';
import { NOTHING_FITS } from './memory';
import { describeQuantity } from './verdicts';

/** Reasons for no recommendation. */
export const NO_ANSWER: Readonly<Record<NoRecommendation, string>> = {
  misses: 'no known option meets it',
  unknown: 'the evidence does not decide it',
  memory: `nothing meets it: ${NOTHING_FITS}`,
  'no-workload': '`workload` has no `users` or `rate`',
  'no-engines': 'the plan defines no engine',
  currencies:
    'several engines meet it, but prices are missing or in several currencies, so none is the cheapest',
};

/** Describes an option that misses only its budget: `the cheapest that meets the rest`. */
export function describeCheapest({ objectives }: TargetVerdict): string {
  const others = objectives.filter(({ objective }) => objective.kind !== 'budget');
  const open = others.filter(({ outcome }) => outcome !== 'meets');
  if (others.length === 0) return 'the cheapest';
  if (open.length === 0) return 'the cheapest that meets the rest';
  return `the cheapest that may meet the rest (${openWords(open)})`;
}

function openWords(open: readonly ObjectiveVerdict[]): string {
  const names = listWords(open.map(({ objective }) => describeQuantity(objective)));
  return `${names} ${open.length === 1 ? 'is' : 'are'} undecided`;
}
