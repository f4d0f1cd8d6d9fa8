/** Selects what can share an axis: loads of one kind, prices in one currency. */
import { t } from '@vscode/l10n';
import { listWords } from '../messages/markdown';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { currenciesOf } from './tradeOffAxis';
import { listNames } from './words';

interface Comparable {
  readonly scenarios: readonly ScenarioAssessment[];
  /** Says who is left out and why. Undefined if nobody is. */
  readonly words: string | undefined;
}

/** Keeps users or rates, since they share no axis. The first scenario decides which. */
export function ofOneKind(scenarios: readonly ScenarioAssessment[]): Comparable {
  const kind = scenarios[0]?.spec.workload?.kind;
  const same = scenarios.filter(({ spec: scenario }) => scenario.workload?.kind === kind);
  const others = scenarios.filter(({ spec: scenario }) => scenario.workload?.kind !== kind);
  if (others.length === 0) return { scenarios: same, words: undefined };
  const names = listNames(others);
  return {
    scenarios: same,
    words:
      kind === 'closed'
        ? t`Left out: ${names}, with a rate, not users.`
        : t`Left out: ${names}, with users, not a rate.`,
  };
}

/** Keeps scenarios with a price, in the first currency of several. */
export function inOneCurrency(
  scenarios: readonly ScenarioAssessment[],
): Comparable & { readonly currency: string | undefined } {
  const priced = scenarios.filter(({ cost }) => cost);
  const [currency, ...others] = currenciesOf(priced.flatMap(({ cost }) => cost?.perHour ?? []));
  const same = priced.filter(({ cost }) => currencyOf(cost) === currency);
  const elsewhere = priced.filter(({ cost }) => currencyOf(cost) !== currency);
  const unpriced = scenarios.filter(({ cost }) => !cost);
  const reasons = [
    unpriced.length > 0 ? t`${listNames(unpriced)}, without a price` : '',
    elsewhere.length > 0 ? t`${listNames(elsewhere)}, priced in ${listWords(others)}` : '',
  ].filter((reason) => reason !== '');
  return {
    scenarios: same,
    currency,
    words: reasons.length > 0 ? t`Left out: ${reasons.join('; ')}.` : undefined,
  };
}

function currencyOf(cost: ScenarioAssessment['cost']): string | undefined {
  return cost ? currenciesOf([cost.perHour])[0] : undefined;
}
