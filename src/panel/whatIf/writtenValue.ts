/** A value as the plan writes it, taken apart, so that another number can be written in its style. */
import type { PricePeriod } from '../../engine/plan/plan';
import { readMoney } from '../../plan/quantities/money';
import { DURATION } from '../../plan/quantities/dimensions';
import { perSecondOf, secondsOf, splitMultiple } from '../../plan/quantities/units';
import { splitWritten, withoutSign, type Written } from '../../plan/quantities/written';
import type { FieldKind } from './field';

export interface WrittenValue {
  /** The number in `unit`: what a control shows. */
  readonly value: number;
  /** `users`, `ms`, `/day`, `USD/h`. */
  readonly unit: string;
  /** What stands before and behind the digits: signs, units and blanks as they are in the text. */
  readonly before: string;
  readonly digits: string;
  readonly after: string;
  /** What the digits count: 1,000 in `1k`. */
  readonly multiple: number;
}

/** Where the plan is silent, or says `auto`. */
export const UNWRITTEN = {
  thinkTime: { value: 0, unit: 's', before: '', digits: '0', after: ' s', multiple: 1 },
  parallel: { value: 1, unit: 'slots', before: '', digits: '1', after: '', multiple: 1 },
} as const satisfies Partial<Record<FieldKind, WrittenValue>>;

/**
 * Undefined where the text is no such value.
 * @param currency Of prices that name none.
 */
export function readWritten(
  text: string,
  kind: FieldKind,
  currency: string,
): WrittenValue | undefined {
  const written = splitWritten(text);
  if (!written) return undefined;
  const isTime = kind === 'thinkTime' || kind === 'limit';
  const { multiple, unit: behind } = isTime
    ? { multiple: 1, unit: written.after }
    : splitMultiple(written.after);
  const unit = unitOf(kind, behind, written, currency);
  if (unit === undefined) return isTime ? readSeveral(text, written) : undefined;
  // Zero needs no unit, but what replaces it does.
  const unitless = isTime && behind === '' ? ' s' : '';
  const { digits, value } = written;
  return { value: value * multiple, unit, digits, multiple, ...around(text, written, unitless) };
}

/** No-break spaces between groups of digits are the only thing that the digits do not show as written. */
function around(
  text: string,
  { digits, sign, before, after }: Written,
  unitless: string,
): Pick<WrittenValue, 'before' | 'after'> {
  const at = text.indexOf(digits);
  if (at < 0) return { before: sign + before, after: after + unitless };
  return { before: text.slice(0, at), after: text.slice(at + digits.length) + unitless };
}

/** `1m30s` becomes seconds. */
function readSeveral(text: string, { sign }: Written): WrittenValue | undefined {
  const value = DURATION.readWhole?.(withoutSign(text));
  return value === undefined
    ? undefined
    : { value, unit: 's', before: sign, digits: String(value), after: 's', multiple: 1 };
}

function unitOf(
  kind: FieldKind,
  behind: string,
  written: Written,
  currency: string,
): string | undefined {
  switch (kind) {
    case 'users':
      return 'users';
    case 'parallel':
      return 'slots';
    case 'rate':
      return nameOf(perSecondOf(behind), RATES);
    case 'thinkTime':
    case 'limit':
      return behind === '' ? 's' : nameOf(secondsOf(behind), TIMES);
    case 'budget':
    case 'price': {
      const money = readMoney(written);
      return typeof money === 'string'
        ? undefined
        : `${money.currency ?? currency}/${PERIODS[money.per]}`;
    }
  }
}

type Units = readonly (readonly [factor: number, name: string])[];

const TIMES: Units = [
  [1e-9, 'ns'],
  [1e-6, 'µs'],
  [1e-3, 'ms'],
  [1, 's'],
  [60, 'min'],
  [3600, 'h'],
  [86_400, 'days'],
];

const RATES: Units = [
  [1, '/s'],
  [1 / 60, '/min'],
  [1 / 3600, '/h'],
  [1 / 86_400, '/day'],
];

const PERIODS: Readonly<Record<PricePeriod, string>> = {
  hour: 'h',
  day: 'day',
  month: 'month',
  year: 'year',
};

function nameOf(factor: number | undefined, units: Units): string | undefined {
  return units.find(([size]) => size === factor)?.[1];
}
