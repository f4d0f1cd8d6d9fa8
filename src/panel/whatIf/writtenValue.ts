/** Takes a written value apart, so that another number can be written in its style. */
import type { PricePeriod } from '../../engine/plan/plan';
import { readMoney } from '../../plan/quantities/money';
import { DURATION } from '../../plan/quantities/dimensions';
import { perSecondOf, secondsOf, splitMultiple } from '../../plan/quantities/units';
import { splitWritten, withoutSign, type Written } from '../../plan/quantities/written';
import type { FieldKind } from './field';

export interface WrittenValue {
  /** The number in `unit`, as a control shows it. */
  readonly value: number;
  /** Unit such as `users`, `ms`, `/day`, `USD/h`. */
  readonly unit: string;
  /** Text before and behind the digits: signs, units and blanks, unchanged. */
  readonly before: string;
  readonly digits: string;
  readonly after: string;
  /** Multiple that the digits count: 1,000 in `1k`. */
  readonly multiple: number;
}

/** Style of a value that the plan omits, or writes as `auto`. */
export const UNWRITTEN = {
  thinkTime: { value: 0, unit: 's', before: '', digits: '0', after: ' s', multiple: 1 },
  parallel: { value: 1, unit: 'slots', before: '', digits: '1', after: '', multiple: 1 },
} as const satisfies Partial<Record<FieldKind, WrittenValue>>;

/**
 * Returns undefined if the text is no such value.
 * @param currency Currency of prices that name none.
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
  // Zero needs no unit, but its replacement does.
  const unitless = isTime && behind === '' ? ' s' : '';
  const { digits, value } = written;
  return { value: value * multiple, unit, digits, multiple, ...around(text, written, unitless) };
}

/**
 * Splits off the text around the digits. Only no-break spaces between digit groups are written otherwise than shown.
 */
function around(
  text: string,
  { digits, sign, before, after }: Written,
  unitless: string,
): Pick<WrittenValue, 'before' | 'after'> {
  const at = text.indexOf(digits);
  if (at < 0) return { before: sign + before, after: after + unitless };
  return { before: text.slice(0, at), after: text.slice(at + digits.length) + unitless };
}

/** Converts `1m30s` to seconds. */
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
