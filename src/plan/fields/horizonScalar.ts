/** A number of months, as `12 months` or `2 years`. */
import { unsuitableSign, type Amount } from '../quantities/amount';
import { readPeriod } from '../quantities/calendar';
import { isWithin } from '../quantities/limits';
import { noSuchValue, type Outcome } from '../quantities/outcome';
import { mendDecimalComma, splitWritten, withoutSign } from '../quantities/written';
import { HORIZON } from './limitsOfFields';
import type { ScalarShape } from './shape';

export const HORIZON_UNITS: readonly string[] = ['months', 'years'];

const ACCEPTED = ['12 months', '2 years', '1 year'];
const MONTHS = { month: 1, year: 12 } as const;

export function horizon(): ScalarShape<Amount> {
  const pattern = '^\\s*\\+?[\\d., _]*\\d\\s*[A-Za-z]+\\s*$';
  return {
    kind: 'scalar',
    expected: HORIZON.words,
    accepted: ACCEPTED,
    units: HORIZON_UNITS,
    schema: { type: 'string', pattern, examples: ACCEPTED },
    parse: parseHorizon,
  };
}

function parseHorizon(found: string, key: string): Outcome<Amount> {
  const written = splitWritten(found);
  if (written === undefined) {
    return noSuchValue(
      found,
      key,
      'a number of months',
      ACCEPTED.slice(0, 2),
      mendDecimalComma(found),
    );
  }
  const { before, after, digits, sign, bound, approximate } = written;
  const period = before === '' ? readPeriod(after) : undefined;
  if (period === undefined || period === 'week') {
    const problem = before === '' && after === '' ? 'missing' : 'unknown';
    const example = `${sign}${digits} months`;
    return {
      issue: { code: 'plan.unit', args: { found, key, problem, accepted: HORIZON_UNITS, example } },
    };
  }
  const unsuitable = unsuitableSign(bound, approximate, 'none');
  if (unsuitable !== undefined) {
    return noSuchValue(found, key, `a number of months ${unsuitable}`, [], withoutSign(found));
  }
  const value = written.value * MONTHS[period];
  return isWithin(value, HORIZON)
    ? { value: { value, bound, approximate } }
    : { issue: { code: 'plan.out-of-range', args: { found, key, expected: HORIZON.words } } };
}
