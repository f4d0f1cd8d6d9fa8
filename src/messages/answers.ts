/** Words for the answer to a target that every view shares: why there is none, and the closest option. */
import { t } from '@vscode/l10n';
import type { NoRecommendation } from '../engine/recommend/recommendation';
import type { TargetVerdict } from '../engine/verdict/verdict';
import { listWords } from './markdown';
import { textTable } from './textTable';
import { describeQuantity } from './verdicts';

/** Reasons for no recommendation. */
export const NO_ANSWER = textTable<NoRecommendation>({
  misses: () => t`no known option meets it`,
  unknown: () => t`the evidence does not decide it`,
  memory: () => t`nothing meets it: not even one slot fits into a server’s memory`,
  'no-workload': () => t`\`workload\` has no \`users\` or \`rate\``,
  'no-engines': () => t`the plan defines no engine`,
  currencies: () =>
    t`several engines meet it, but prices are missing or in several currencies, so none is the cheapest`,
});

/** Describes an option that misses only its budget: `the cheapest that meets the rest`. */
export function describeCheapest({ objectives }: TargetVerdict): string {
  const others = objectives.filter(({ objective }) => objective.kind !== 'budget');
  const open = others.filter(({ outcome }) => outcome !== 'meets');
  if (others.length === 0) return t`the cheapest`;
  if (open.length === 0) return t`the cheapest that meets the rest`;
  const names = listWords(open.map(({ objective }) => describeQuantity(objective)));
  return open.length === 1
    ? t`the cheapest that may meet the rest (${names} is undecided)`
    : t`the cheapest that may meet the rest (${names} are undecided)`;
}
