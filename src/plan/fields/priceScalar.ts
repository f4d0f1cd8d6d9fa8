/** A price as one scalar. */
import type { PricePeriod } from '../../engine/plan';
import { unsuitableSign, type Signs } from '../quantities/amount';
import { isWithin, type Limits } from '../quantities/limits';
import { readMoney } from '../quantities/money';
import { noSuchValue, type Outcome } from '../quantities/outcome';
import { mendDecimalComma, splitWritten, withoutSign, type Written } from '../quantities/written';
import type { ScalarShape } from './shape';

export interface PriceAmount {
  readonly value: number;
  readonly approximate: boolean;
  readonly bound: Written['bound'];
  readonly per: PricePeriod;
  /** Undefined where the plan's own counts. */
  readonly currency: string | undefined;
}

export const PRICE_UNITS = ['USD/h', '/h', '/day', '/month', '/year'];

export function price(signs: Signs, limits: Limits): ScalarShape<PriceAmount> {
  const accepted =
    signs === 'limit'
      ? ['<5000 USD/month', '$7/h', '€60,000/year']
      : ['1.50 USD/h', '$1.50/h', '€2/h', '1,200 USD/month'];
  const expected = `a price, ${limits.words}`;
  const sign = signs === 'limit' ? '(<=?|=<|≤|=)?' : '[~≈]?';
  const pattern = `^\\s*${sign}[^\\d]*\\d.*(/|\\sper\\s|\\sa\\s)\\s*[A-Za-z]+\\s*$`;
  const schema = { type: 'string', pattern, examples: accepted };
  const parse = (text: string, key: string) => parsePrice(text, key, signs, limits);
  return { kind: 'scalar', expected, accepted, units: PRICE_UNITS, schema, parse };
}

function parsePrice(
  found: string,
  key: string,
  signs: Signs,
  limits: Limits,
): Outcome<PriceAmount> {
  const written = splitWritten(found);
  if (written === undefined) {
    return noSuchValue(found, key, 'a price', ['1.50 USD/h'], mendDecimalComma(found));
  }
  const money = readMoney(written);
  if (typeof money === 'string') {
    const bare = written.before === '' && written.after === '';
    const problem = bare || money === 'no-period' ? 'missing' : 'unknown';
    // Without a period, or without anything: what is there stays as the user wrote it.
    const example =
      !bare && problem === 'missing'
        ? `${found.trim()}/h`
        : `${written.sign}${written.digits} USD/h`;
    return {
      issue: { code: 'plan.unit', args: { found, key, problem, accepted: PRICE_UNITS, example } },
    };
  }
  const { bound, approximate } = written;
  const sign = unsuitableSign(bound, approximate, signs);
  if (sign !== undefined) {
    return noSuchValue(found, key, `a price ${sign}`, [], withoutSign(found));
  }
  if (!isWithin(money.amount, limits)) {
    return { issue: { code: 'plan.out-of-range', args: { found, key, expected: limits.words } } };
  }
  const { amount: value, per, currency } = money;
  return { value: { value, approximate, bound, per, currency } };
}
