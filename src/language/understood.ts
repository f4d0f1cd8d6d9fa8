/** Explains a value as it was understood, in the units that people compare: `18/s` is 1,080/min. */
import { t } from '@vscode/l10n';
import { formatExactly, formatNumber, formatQuantity, formatSeconds } from '../messages/numbers';
import { HOURS_PER } from '../engine/fleet/cost';
import { monthlyGrowth } from '../engine/explore/fleetBreak';
import type { Amount } from '../plan/quantities/amount';
import type { GrowthAmount } from '../plan/fields/growthScalar';
import { PRICE_UNITS, type PriceAmount } from '../plan/fields/priceScalar';
import type { ScalarShape } from '../plan/fields/shape';

const GB = 1e9;
const GIB = 2 ** 30;

/** Returns undefined if the text cannot be read, or needs no explanation. */
export function describeUnderstood(
  shape: ScalarShape<unknown>,
  text: string,
  currency: string,
): string | undefined {
  const outcome = shape.parse(text, '');
  if (!('value' in outcome) || !isAmount(outcome.value)) return undefined;
  const amount = outcome.value;
  return withSign(amount, inUnits(shape, amount, currency));
}

function inUnits(
  shape: ScalarShape<unknown>,
  amount: Amount | PriceAmount,
  currency: string,
): string {
  const { value } = amount;
  if (shape.units === PRICE_UNITS && 'per' in amount) return priceInUnits(amount, currency);
  switch (shape.units[0]) {
    case 'ms':
      return value < 300
        ? formatSeconds(value)
        : `${formatSeconds(value)} (${formatNumber(value, 6)} s)`;
    case '/s':
      return t`${formatNumber(value)}/s (${formatNumber(value * 60)}/min, ${formatNumber(value * 86_400)}/day)`;
    case 'GB':
      return `${formatNumber(value / GB)} GB (${formatNumber(value / GIB)} GiB)`;
    case 'GB/s':
      return `${formatNumber(value / GB)} GB/s`;
    case '%/week':
      return growthInUnits(amount);
    case 'months':
      return formatQuantity(value, 'months');
    case '%':
      return formatQuantity(value, 'share');
    default:
      return formatNumber(value, 12);
  }
}

/** Writes growth by the month and by the year, compounded. */
function growthInUnits(amount: Amount | PriceAmount | GrowthAmount): string {
  if (!('per' in amount) || amount.per === 'hour' || amount.per === 'day') return '';
  const month = monthlyGrowth({ share: { value: amount.value, path: undefined }, per: amount.per });
  const year = (1 + month.value) ** 12 - 1;
  return t`${formatQuantity(month.value, 'share')} a month (${formatQuantity(year, 'share')} a year)`;
}

function priceInUnits({ value, per, currency }: PriceAmount, ofPlan: string): string {
  const perHour = value / HOURS_PER[per];
  const unit = currency ?? ofPlan;
  const hour = formatExactly(perHour, { currency: unit, per: 'hour' });
  const month = formatExactly(perHour * HOURS_PER.month, { currency: unit, per: 'month' });
  return `${hour} (${month})`;
}

function withSign({ bound, approximate }: Amount | PriceAmount, text: string): string {
  if (approximate) return t`about ${text}`;
  switch (bound) {
    case '<':
      return t`below ${text}`;
    case '<=':
      return t`at most ${text}`;
    case '>':
      return t`above ${text}`;
    case '>=':
      return t`at least ${text}`;
    case 'exact':
      return text;
  }
}

function isAmount(value: unknown): value is Amount | PriceAmount {
  return typeof value === 'object' && value !== null && 'value' in value && 'bound' in value;
}
