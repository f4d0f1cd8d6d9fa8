/** Reads growth as one scalar: `8%/month`, `-2% per week`. */
import { t } from '@vscode/l10n';
import type { GrowthPeriod } from '../../engine/plan/plan';
import { noNumber, unsuitableSign, withSign, type Amount } from '../quantities/amount';
import { readPeriod } from '../quantities/calendar';
import { toPercent } from '../quantities/dimensions';
import { isWithin } from '../quantities/limits';
import { noSuchValue, type Outcome } from '../quantities/outcome';
import { rewrite } from '../quantities/rewrite';
import { soundParser } from '../quantities/sound';
import { isRange, minuteOrMonth } from '../quantities/traps';
import { splitWritten, withoutSign, type Written } from '../quantities/written';
import { GROWTH } from './limitsOfFields';
import type { ScalarShape } from './shape';

/** A share for one period. */
export interface GrowthAmount extends Amount {
  readonly per: GrowthPeriod;
}

export const GROWTH_UNITS: readonly string[] = ['%/week', '%/month', '%/year'];

const EXAMPLE = '8%/month';
const ACCEPTED = [EXAMPLE, '2%/week', '100%/year', '-1%/month'];
const expected = (): string => t`a share for a period`;

export function growth(): ScalarShape<GrowthAmount> {
  const pattern =
    '^\\s*[~≈]?\\s*[+-]?[\\d., _]*\\d\\s*(%|per ?cent)\\s*(/|per\\s|a\\s)\\s*[A-Za-z]+\\s*$';
  return {
    kind: 'scalar',
    expected: `a share for a period, ${GROWTH.words}`,
    accepted: ACCEPTED,
    units: GROWTH_UNITS,
    schema: { type: 'string', pattern, examples: ACCEPTED },
    texts: [GROWTH.words],
    parse: soundParser(parseGrowth),
  };
}

const UNIT = /^(?:%|per ?cent)\s*(?:(?:\/|per\s|a\s)\s*([A-Za-z]+))?$/i;

function parseGrowth(found: string, key: string): Outcome<GrowthAmount> {
  const written = splitWritten(found);
  if (written === undefined) {
    return noNumber(found, key, expected(), EXAMPLE);
  }
  const { before, after, bound, approximate } = written;
  const period = UNIT.exec(before === '' ? after : '')?.[1];
  const per = period === undefined ? undefined : readPeriod(period);
  if (per === undefined) {
    return badUnit(found, key, written);
  }
  const unsuitable = unsuitableSign(bound, approximate, 'about');
  if (unsuitable !== undefined) {
    const instead = withSign(expected(), unsuitable);
    return noSuchValue(found, key, instead, { suggestion: withoutSign(found) });
  }
  const value = written.value / 100;
  return isWithin(value, GROWTH)
    ? { value: { value, bound, approximate, per } }
    : { issue: { code: 'plan.out-of-range', args: { found, key, expected: t(GROWTH.words) } } };
}

function badUnit(found: string, key: string, written: Written): Outcome<never> {
  const { before, after, digits, sign, value } = written;
  const common = { found, key, units: GROWTH_UNITS, example: EXAMPLE };
  if (/^(?:%|per ?cent)?$/i.test(before + after)) {
    const suggestions = GROWTH_UNITS.map((unit) => `${sign}${digits}${unit}`);
    const args = { ...common, problem: 'missing', suggestions, trap: undefined } as const;
    return { issue: { code: 'plan.unit', args } };
  }
  // `0.08/month`: a share without its sign is clear if it is small.
  const isShare = before === '' && /^(\/|per\s|a\s)/.test(after) && Math.abs(value) < 1;
  const suggestions = isShare
    ? [`${sign}${toPercent(value)}%${after.startsWith('/') ? '' : ' '}${after}`]
    : rewrite(found);
  const trap = isRange(written) ? 'range' : minuteOrMonth(after);
  const args = {
    ...common,
    problem: 'unknown',
    suggestions: suggestions.slice(0, 1),
    trap,
  } as const;
  return { issue: { code: 'plan.unit', args } };
}
