/** Growth as one scalar: `8%/month`, `-2 % per week`. */
import type { GrowthPeriod } from '../../engine/plan';
import { unsuitableSign, type Amount } from '../quantities/amount';
import { readPeriod } from '../quantities/calendar';
import { isWithin } from '../quantities/limits';
import { noSuchValue, type Outcome } from '../quantities/outcome';
import { mendDecimalComma, splitWritten, withoutSign } from '../quantities/written';
import { GROWTH } from './limitsOfFields';
import type { ScalarShape } from './shape';

/** A share for one period. */
export interface GrowthAmount extends Amount {
  readonly per: GrowthPeriod;
}

export const GROWTH_UNITS: readonly string[] = ['%/week', '%/month', '%/year'];

const ACCEPTED = ['8%/month', '2%/week', '100%/year', '-1%/month'];

export function growth(): ScalarShape<GrowthAmount> {
  const pattern =
    '^\\s*[~≈]?\\s*[+-]?[\\d., _]*\\d\\s*(%|per ?cent)\\s*(/|per\\s|a\\s)\\s*[A-Za-z]+\\s*$';
  return {
    kind: 'scalar',
    expected: `a share for a period, ${GROWTH.words}`,
    accepted: ACCEPTED,
    units: GROWTH_UNITS,
    schema: { type: 'string', pattern, examples: ACCEPTED },
    parse: parseGrowth,
  };
}

const UNIT = /^(?:%|per ?cent)\s*(?:(?:\/|per\s|a\s)\s*([A-Za-z]+))?$/i;

function parseGrowth(found: string, key: string): Outcome<GrowthAmount> {
  const written = splitWritten(found);
  if (written === undefined) {
    return noSuchValue(found, key, 'growth', ['8%/month'], mendDecimalComma(found));
  }
  const { before, after, digits, sign, bound, approximate } = written;
  const period = UNIT.exec(before === '' ? after : '')?.[1];
  const per = period === undefined ? undefined : readPeriod(period);
  if (per === undefined) {
    const problem =
      period === undefined && /^(?:%|per ?cent)?$/i.test(before + after) ? 'missing' : 'unknown';
    const example = `${sign}${digits}%/month`;
    return {
      issue: { code: 'plan.unit', args: { found, key, problem, accepted: GROWTH_UNITS, example } },
    };
  }
  const unsuitable = unsuitableSign(bound, approximate, 'about');
  if (unsuitable !== undefined) {
    return noSuchValue(found, key, `growth ${unsuitable}`, [], withoutSign(found));
  }
  const value = written.value / 100;
  return isWithin(value, GROWTH)
    ? { value: { value, bound, approximate, per } }
    : { issue: { code: 'plan.out-of-range', args: { found, key, expected: GROWTH.words } } };
}
