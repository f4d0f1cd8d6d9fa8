/** Cost of nodes: per hour and everything that follows from it. */
import { flipBound, joinBounds } from '../figure/bounds';
import type { Figure, MoneyPer, MoneyUnit } from '../figure/figure';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import type { Engine, NodeType, Price, PricePeriod, Workload } from '../plan/plan';
import { usersFigure } from './workload';

/** Hours in a period, as clouds bill: a month is 730 h, a year 8,760 h. */
export const HOURS_PER: Readonly<Record<PricePeriod, number>> = {
  hour: 1,
  day: 24,
  month: 730,
  year: 8760,
};

/** Cost of one node per hour; undefined without a price. */
export function priceOf(node: NodeType): Figure | undefined {
  return node.price && hourlyPrice(node.price);
}

/**
 * Cost of a fleet; undefined if its node has no price. All but the cost per hour is computed lazily, since typing needs
 * no more.
 * @param throughput Requests a second of all nodes, if known.
 */
export function costOf(
  nodes: Figure,
  { node, otherNodes = [] }: Pick<Engine, 'node' | 'otherNodes'>,
  workload: Workload,
  throughput: () => Figure | undefined,
): Cost | undefined {
  const perHour = node && costPerHour(nodes, node);
  if (!perHour) return undefined;
  return new CostPerHour(perHour.figure, perHour.currency, workload, throughput, () =>
    otherNodes.map((other) => costOn(nodes, other.node)),
  );
}

function costOn(nodes: Figure, node: NodeType): CostOnNode {
  const cost = costPerHour(nodes, node);
  return {
    node,
    perHour: cost?.figure,
    perMonth: cost && overHours('cost.perMonth', cost.figure, cost.currency, 'month'),
  };
}

function costPerHour(
  nodes: Figure,
  node: NodeType,
): { readonly figure: Figure; readonly currency: string } | undefined {
  const price = priceOf(node);
  if (!price || typeof price.unit !== 'object') return undefined;
  const { currency } = price.unit;
  const unit: MoneyUnit = { currency, per: 'hour' };
  const amount = nodes.value * price.value;
  const inputs = { nodes, price };
  return { figure: deriveFigure('cost.perHour', amount, unit, inputs, nodes.bound), currency };
}

class CostPerHour implements Cost {
  constructor(
    readonly perHour: Figure,
    private readonly currency: string,
    private readonly workload: Workload,
    private readonly throughput: () => Figure | undefined,
    private readonly onOthers: () => readonly CostOnNode[],
  ) {}

  get elsewhere(): readonly CostOnNode[] {
    return this.onOthers();
  }

  get perDay(): Figure {
    return overHours('cost.perDay', this.perHour, this.currency, 'day');
  }

  get perMonth(): Figure {
    return overHours('cost.perMonth', this.perHour, this.currency, 'month');
  }

  get perYear(): Figure {
    return overHours('cost.perYear', this.perHour, this.currency, 'year');
  }

  get per1000Requests(): Figure | undefined {
    return perRequests(this.perHour, this.currency, this.throughput());
  }

  get perMillionOutputTokens(): Figure | undefined {
    return perOutputTokens(this.perHour, this.currency, this.throughput(), this.workload);
  }

  get perUserMonth(): Figure | undefined {
    return perUserMonth(this.perMonth, this.currency, this.workload);
  }
}

function hourlyPrice(price: Price): Figure {
  const { currency, per } = price;
  const stated = statedFigure(price.amount, { currency, per }, 'price');
  if (per === 'hour') return stated;
  const hours = constantFigure(HOURS_PER[per], 'factor');
  const unit: MoneyUnit = { currency, per: 'hour' };
  return deriveFigure('price.perHour', stated.value / hours.value, unit, { price: stated, hours });
}

function overHours(
  formula: 'cost.perDay' | 'cost.perMonth' | 'cost.perYear',
  perHour: Figure,
  currency: string,
  per: 'day' | 'month' | 'year',
): Figure {
  const hours = constantFigure(HOURS_PER[per], 'factor');
  const amount = perHour.value * hours.value;
  return deriveFigure(formula, amount, { currency, per }, { perHour, hours }, perHour.bound);
}

function perRequests(
  perHour: Figure,
  currency: string,
  throughput: Figure | undefined,
): Figure | undefined {
  if (!throughput || !(throughput.value > 0)) return undefined;
  const amount = (perHour.value / (throughput.value * 3600)) * 1000;
  const bound = joinBounds(perHour.bound, flipBound(throughput.bound));
  const unit = moneyPer(currency, '1000-requests');
  return deriveFigure('cost.per1000Requests', amount, unit, { perHour, throughput }, bound);
}

function perOutputTokens(
  perHour: Figure,
  currency: string,
  throughput: Figure | undefined,
  workload: Workload,
): Figure | undefined {
  if (!throughput || !(throughput.value > 0) || !workload.outputTokens) return undefined;
  const outputTokens = statedFigure(workload.outputTokens, 'tokens', 'outputTokens');
  if (!(outputTokens.value > 0)) return undefined;
  const amount = (perHour.value / (throughput.value * 3600 * outputTokens.value)) * 1e6;
  const bound = joinBounds(perHour.bound, flipBound(throughput.bound));
  const inputs = { perHour, throughput, outputTokens };
  const unit = moneyPer(currency, 'million-output-tokens');
  return deriveFigure('cost.perMillionOutputTokens', amount, unit, inputs, bound);
}

function perUserMonth(perMonth: Figure, currency: string, workload: Workload): Figure | undefined {
  if (workload.kind !== 'closed') return undefined;
  const users = usersFigure(workload);
  const amount = perMonth.value / users.value;
  const unit = moneyPer(currency, 'user-month');
  return deriveFigure('cost.perUserMonth', amount, unit, { perMonth, users }, perMonth.bound);
}

function moneyPer(currency: string, per: MoneyPer): MoneyUnit {
  return { currency, per };
}

/** Cost of the same fleet on another node type with the same GPUs. */
export interface CostOnNode {
  readonly node: NodeType;
  /** Undefined without a price. */
  readonly perHour: Figure | undefined;
  readonly perMonth: Figure | undefined;
}

export interface Cost {
  /** On the other node types that the engine names, the cheapest first. */
  readonly elsewhere: readonly CostOnNode[];
  readonly perHour: Figure;
  readonly perDay: Figure;
  readonly perMonth: Figure;
  readonly perYear: Figure;
  readonly per1000Requests: Figure | undefined;
  readonly perMillionOutputTokens: Figure | undefined;
  readonly perUserMonth: Figure | undefined;
}
