/** Reads a price as one scalar. */
import { t } from '@vscode/l10n';
import type { PricePeriod } from '../../engine/plan/plan';
import { noNumber, unsuitableSign, withSign, type Signs } from '../quantities/amount';
import { isWithin, type Limits } from '../quantities/limits';
import { otherDollars, readMoney } from '../quantities/money';
import { noSuchValue, type Outcome } from '../quantities/outcome';
import { rewrite } from '../quantities/rewrite';
import { soundParser } from '../quantities/sound';
import { isRange, minuteOrMonth } from '../quantities/traps';
import { splitWritten, withoutSign, type Written } from '../quantities/written';
import type { ScalarShape } from './shape';

export interface PriceAmount {
  readonly value: number;
  readonly approximate: boolean;
  readonly bound: Written['bound'];
  readonly per: PricePeriod;
  /** Undefined if the plan's own currency counts. */
  readonly currency: string | undefined;
}

export const PRICE_UNITS = ['USD/h', '/h', '/day', '/month', '/year'];

interface PriceOptions {
  readonly signs: Signs;
  readonly limits: Limits;
  readonly example: string;
}

export function price(signs: Signs, limits: Limits): ScalarShape<PriceAmount> {
  const accepted: readonly [string, ...string[]] =
    signs === 'limit'
      ? ['<5000 USD/month', '$7/h', '€60,000/year']
      : ['1.50 USD/h', '$1.50/h', '€2/h', '1,200 USD/month'];
  const expected = `a price, ${limits.words}`;
  const sign = signs === 'limit' ? '(<=?|=<|≤|=)?' : '[~≈]?';
  const pattern = `^\\s*${sign}[^\\d]*\\d.*(/|\\sper\\s|\\sa\\s)\\s*[A-Za-z]+\\s*$`;
  const schema = { type: 'string', pattern, examples: accepted };
  const options = { signs, limits, example: accepted[0] };
  const parse = soundParser((text, key) => parsePrice(text, key, options));
  const texts = [limits.words];
  return { kind: 'scalar', expected, accepted, units: PRICE_UNITS, schema, texts, parse };
}

function parsePrice(found: string, key: string, options: PriceOptions): Outcome<PriceAmount> {
  const { signs, limits, example } = options;
  const written = splitWritten(found);
  if (written === undefined) {
    return noNumber(found, key, t`a price`, example);
  }
  const money = readMoney(written);
  if (typeof money === 'string') {
    return badUnit(found, key, written, money === 'no-period', example);
  }
  const { bound, approximate } = written;
  const sign = unsuitableSign(bound, approximate, signs);
  if (sign !== undefined) {
    const expected = withSign(t`a price`, sign);
    return noSuchValue(found, key, expected, { suggestion: withoutSign(found) });
  }
  if (!isWithin(money.amount, limits)) {
    return {
      issue: { code: 'plan.out-of-range', args: { found, key, expected: t(limits.words) } },
    };
  }
  const { amount: value, per, currency } = money;
  return { value: { value, approximate, bound, per, currency } };
}

function badUnit(
  found: string,
  key: string,
  written: Written,
  isWithoutPeriod: boolean,
  example: string,
): Outcome<never> {
  const common = { found, key, units: PRICE_UNITS, example };
  const isBare = written.before === '' && written.after === '';
  if (isBare || isWithoutPeriod) {
    // The user's own text stays unchanged.
    const money = isBare ? `${written.sign}${written.digits} USD` : found.trim();
    const suggestions = ['/h', '/day', '/month', '/year'].map((period) => money + period);
    const args = { ...common, problem: 'missing', suggestions, trap: undefined } as const;
    return { issue: { code: 'plan.unit', args } };
  }
  const trap = isRange(written) ? 'range' : minuteOrMonth(written.after);
  const suggestions = [...otherDollars(written), ...rewrite(found)].slice(0, 1);
  const args = { ...common, problem: 'unknown', suggestions, trap } as const;
  return { issue: { code: 'plan.unit', args } };
}
