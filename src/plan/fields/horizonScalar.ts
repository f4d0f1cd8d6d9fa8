/** Reads a number of months, as `12 months` or `2 years`. */
import { t } from '@vscode/l10n';
import { noNumber, unsuitableSign, withSign, type Amount } from '../quantities/amount';
import { readPeriod } from '../quantities/calendar';
import { isWithin } from '../quantities/limits';
import { noSuchValue, type Outcome } from '../quantities/outcome';
import { rewrite } from '../quantities/rewrite';
import { soundParser } from '../quantities/sound';
import { isRange, minuteOrMonth } from '../quantities/traps';
import { splitWritten, withoutSign, type Written } from '../quantities/written';
import { HORIZON } from './limitsOfFields';
import type { ScalarShape } from './shape';

export const HORIZON_UNITS: readonly string[] = ['months', 'years'];

const EXAMPLE = '12 months';
const ACCEPTED = [EXAMPLE, '2 years', '1 year'];
const expected = (): string => t`a number of months`;
const MONTHS = { month: 1, year: 12 } as const;

export function horizon(): ScalarShape<Amount> {
  const pattern = '^\\s*\\+?[\\d., _]*\\d\\s*[A-Za-z]+\\s*$';
  return {
    kind: 'scalar',
    expected: HORIZON.words,
    accepted: ACCEPTED,
    units: HORIZON_UNITS,
    schema: { type: 'string', pattern, examples: ACCEPTED },
    texts: [HORIZON.words],
    parse: soundParser(parseHorizon),
  };
}

function parseHorizon(found: string, key: string): Outcome<Amount> {
  const written = splitWritten(found);
  if (written === undefined) {
    return noNumber(found, key, expected(), EXAMPLE);
  }
  const { before, after, bound, approximate } = written;
  const period = before === '' ? readPeriod(after) : undefined;
  if (period === undefined || period === 'week') {
    return badUnit(found, key, written);
  }
  const unsuitable = unsuitableSign(bound, approximate, 'none');
  if (unsuitable !== undefined) {
    const instead = withSign(expected(), unsuitable);
    return noSuchValue(found, key, instead, { suggestion: withoutSign(found) });
  }
  const value = written.value * MONTHS[period];
  return isWithin(value, HORIZON)
    ? { value: { value, bound, approximate } }
    : { issue: { code: 'plan.out-of-range', args: { found, key, expected: t(HORIZON.words) } } };
}

function badUnit(found: string, key: string, written: Written): Outcome<never> {
  const { before, after, digits, sign, value } = written;
  const common = { found, key, units: HORIZON_UNITS, example: EXAMPLE };
  if (before === '' && after === '') {
    const suggestions = HORIZON_UNITS.map((unit) => `${sign}${digits} ${unit}`);
    const args = { ...common, problem: 'missing', suggestions, trap: undefined } as const;
    return { issue: { code: 'plan.unit', args } };
  }
  const isQuarters = before === '' && /^quarters?$/i.test(after);
  const suggestions = isQuarters ? [`${sign}${3 * value} months`] : rewrite(found).slice(0, 1);
  const trap = isRange(written) ? 'range' : minuteOrMonth(after);
  const args = { ...common, problem: 'unknown', suggestions, trap } as const;
  return { issue: { code: 'plan.unit', args } };
}
