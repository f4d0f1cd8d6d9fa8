/** Chooses what the trade-off compares latency with: cost, or nodes if costs are not comparable. */
import { t } from '@vscode/l10n';
import { listWords } from '../messages/markdown';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import type { Figure, Unit } from '../engine/figure/figure';

type PricedFleet = Pick<ScenarioAssessment, 'cost' | 'nodes'>;

export interface TradeOffAxis {
  readonly kind: 'cost' | 'nodes';
  readonly label: string;
  readonly unit: Unit;
  /** Reads the figure of a scenario, or of an option. */
  readonly figureOf: (fleet: PricedFleet) => Figure | undefined;
  /** Reason for nodes. Undefined for cost. */
  readonly because: string | undefined;
}

export function tradeOffAxis({ scenarios }: Assessment): TradeOffAxis {
  const costs = scenarios.flatMap(({ cost }) => cost?.perHour ?? []);
  const currencies = currenciesOf(costs);
  const [currency, ...others] = currencies;
  if (currency === undefined) return nodesAxis(t`nodes (no price is known)`, t`No price is known.`);
  if (others.length > 0) {
    const names = listWords(currencies);
    return nodesAxis(
      t`nodes (prices in ${names} are not compared)`,
      t`Prices in ${names} are not compared: nodes take the place of cost.`,
    );
  }
  return {
    kind: 'cost',
    label: t`cost per hour (${currency})`,
    unit: { currency, per: 'hour' },
    figureOf: ({ cost }) => cost?.perHour,
    because: undefined,
  };
}

/** Returns each currency once, in order. */
export function currenciesOf(figures: readonly Figure[]): readonly string[] {
  const found = figures.map(({ unit }) => (typeof unit === 'object' ? unit.currency : undefined));
  return [...new Set(found.filter((currency) => currency !== undefined))];
}

function nodesAxis(label: string, because: string): TradeOffAxis {
  return {
    kind: 'nodes',
    label,
    unit: 'nodes',
    figureOf: ({ nodes }) => nodes,
    because,
  };
}
