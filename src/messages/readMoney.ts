/** Writes money for reading: at most three significant digits. What is copied keeps all digits (`formatFigure`). */
import type { Figure } from '../engine/figure/figure';
import type { Objective } from '../engine/plan/plan';
import { describeBound } from './figures';
import { formatAgainstLimits, limitIn } from './formatAgainstLimits';
import { currencySign, formatUnit } from './numbers';

/**
 * Returns `$137k/month`, `below $188/h`. Returns undefined if the figure is not money.
 * @param limits Budgets nearby: if rounding would hide on which side of one the figure is, all digits stay.
 */
export function readMoney(
  figure: Figure,
  { limits = [], unit = true }: { limits?: readonly Objective[]; unit?: boolean } = {},
): string | undefined {
  if (typeof figure.unit !== 'object' || !Number.isFinite(figure.value)) return undefined;
  if (limits.some((limit) => isHidden(figure, limit))) {
    const exact = formatAgainstLimits(figure, limits);
    return unit ? exact : exact.replace(formatUnit(figure.value, figure.unit), '');
  }
  const bound = describeBound(figure);
  const text = roundedMoney(figure.value, figure.unit.currency);
  return `${bound && `${bound} `}${text}${unit ? formatUnit(figure.value, figure.unit) : ''}`;
}

/** Returns `$137k`, `$1.64M`, `$188`, `$1.50`, `$0.136`. */
export function roundedMoney(amount: number, currency: string): string {
  const rounded = Number(amount.toPrecision(3));
  const [size, suffix] = SIZES.find(([least]) => Math.abs(rounded) >= least) ?? [1, ''];
  return currencySign(currency) + digitsOf(rounded / size, suffix !== '') + suffix;
}

const SIZES = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

function digitsOf(value: number, isScaled: boolean): string {
  const magnitude = Math.abs(value);
  if (Number.isInteger(value)) return String(value);
  if (isScaled || magnitude >= 100) return String(Number(value.toPrecision(3)));
  if (magnitude >= 0.1) return value.toFixed(Math.max(2, significantDecimals(value)));
  return String(Number(value.toPrecision(3)));
}

/** Returns the decimals that three significant digits need: `0.136` has three. */
function significantDecimals(value: number): number {
  return String(Number(value.toPrecision(3))).split('.')[1]?.length ?? 0;
}

function isHidden(figure: Figure, objective: Objective): boolean {
  const limit = limitIn(figure.unit, objective);
  if (limit === undefined) return false;
  const rounded = Number(figure.value.toPrecision(3));
  return figure.value < limit ? rounded >= limit : figure.value > limit && rounded <= limit;
}
