/** Reads numbers with a unit into one base unit: seconds, requests per second, bytes, shares, counts. */
import { t } from '@vscode/l10n';
import type { Bound } from '../../engine/plan/plan';
import { type Dimension, DIMENSIONS } from './dimensions';
import { isWithin, type Limits } from './limits';
import { noSuchValue, type Outcome, type Parse } from './outcome';
import { rewrite } from './rewrite';
import { soundParser } from './sound';
import { isRange } from './traps';
import { mendDecimalComma, splitWritten, withoutSign, type Written } from './written';

export interface Amount {
  readonly value: number;
  readonly approximate: boolean;
  readonly bound: Exclude<Bound, 'undecided'>;
}

/**
 * Signs that are allowed: none (a setting), `~` (a known value), `~` and bounds (an observed value), or an upper
 * bound (an objective).
 */
export type Signs = 'none' | 'about' | 'reading' | 'limit';

interface AmountOptions {
  readonly dimension: Dimension;
  readonly signs: Signs;
  readonly limits: Limits;
  /** Spelling that findings show if no nearer one is known. */
  readonly example: string;
}

/** Builds a parser for one kind of quantity. */
export function amountParser(options: AmountOptions): Parse<Amount> {
  return soundParser((text, key) => parseAmount(text, key, options));
}

function parseAmount(text: string, key: string, options: AmountOptions): Outcome<Amount> {
  const { dimension, example } = options;
  const written = splitWritten(text);
  if (written === undefined) {
    return noNumber(text, key, t(dimension.expected), example);
  }
  const factor =
    written.before === '' ? dimension.factorOf(written.after, written.value) : undefined;
  if (factor === undefined) {
    const compound = dimension.readWhole?.(withoutSign(text));
    return compound === undefined
      ? badUnit(text, key, written, options)
      : check({ ...written, value: compound }, text, key, options);
  }
  if (factor === 1 && dimension.counts && isAmbiguous(written)) {
    return ambiguous(text, key, written);
  }
  return check({ ...written, value: scale(written.value, factor) }, text, key, options);
}

/** Describes the problem of a text that holds no number. */
export function noNumber(
  found: string,
  key: string,
  expected: string,
  example: string,
): Outcome<never> {
  const mended = mendDecimalComma(found);
  if (mended !== undefined) {
    return noSuchValue(found, key, expected, {
      example,
      suggestion: mended,
      trap: 'decimal-comma',
    });
  }
  return noSuchValue(found, key, expected, { example, suggestion: rewrite(found)[0] });
}

// Dividing by a whole number rounds less: 9 / 1000 is 0.009, 9 * 1e-3 is 0.009000000000000001.
function scale(value: number, factor: number): number {
  const inverse = Math.round(1 / factor);
  return factor < 1 && Math.abs(1 / inverse - factor) < 1e-18 ? value / inverse : value * factor;
}

function check(
  { value, bound, approximate }: Pick<Written, 'value' | 'bound' | 'approximate'>,
  found: string,
  key: string,
  { limits, signs, dimension }: AmountOptions,
): Outcome<Amount> {
  const sign = unsuitableSign(bound, approximate, signs);
  if (sign !== undefined) {
    const suggestion = withoutSign(found);
    return noSuchValue(found, key, withSign(t(dimension.expected), sign), { suggestion });
  }
  if (!isWithin(value, limits)) {
    return {
      issue: { code: 'plan.out-of-range', args: { found, key, expected: t(limits.words) } },
    };
  }
  if (signs === 'limit' && bound === '<' && value === limits.atLeast) {
    const least = withoutSign(found);
    const expected = t`${t(dimension.expected)}, and none is below ${least}`;
    return noSuchValue(found, key, expected, { suggestion: least });
  }
  return { value: { value, bound, approximate } };
}

/** Fault of a value whose sign makes no sense in its place. */
export type UnsuitableSign = 'lower-bound' | 'about-limit' | 'bound' | 'about';

/** Returns undefined if the sign makes sense. */
export function unsuitableSign(
  bound: Amount['bound'],
  approximate: boolean,
  signs: Signs,
): UnsuitableSign | undefined {
  if (signs === 'limit') {
    return bound === '>' || bound === '>='
      ? 'lower-bound'
      : approximate
        ? 'about-limit'
        : undefined;
  }
  if (bound !== 'exact' && signs !== 'reading') {
    return 'bound';
  }
  return approximate && signs === 'none' ? 'about' : undefined;
}

/** Says how to write the value instead: "a duration without ~". */
export function withSign(expected: string, sign: UnsuitableSign): string {
  switch (sign) {
    case 'lower-bound':
      return t`${expected} as an upper bound, with < or <=`;
    case 'about-limit':
      return t`${expected} as an upper bound, without ~`;
    case 'bound':
      return t`${expected} without < or >`;
    case 'about':
      return t`${expected} without ~`;
  }
}

// Three digits after the point can be a group of thousands.
const MAYBE_GROUPED = /^\+?[1-9]\d{0,2}\.\d{3}$/;

function isAmbiguous({ digits }: Written): boolean {
  return MAYBE_GROUPED.test(digits);
}

function ambiguous(found: string, key: string, written: Written): Outcome<never> {
  const { sign, digits, value, after } = written;
  const unit = after === '' ? '' : ` ${after}`;
  const decimal = String(value);
  const suggestions = [digits.replace(/[.+]/g, ''), decimal].map(
    (number) => `${sign}${number}${unit}`,
  );
  return { issue: { code: 'plan.ambiguous', args: { found, key, decimal, suggestions } } };
}

function badUnit(
  found: string,
  key: string,
  written: Written,
  { dimension, example }: AmountOptions,
): Outcome<never> {
  const { sign, before, after, digits } = written;
  const { units } = dimension;
  if (before === '' && after === '') {
    const suggestions = dimension.withUnits(digits).map((spelling) => sign + spelling);
    const args = { found, key, problem: 'missing', units, suggestions, example } as const;
    return { issue: { code: 'plan.unit', args: { ...args, trap: undefined } } };
  }
  const others = DIMENSIONS.filter((other) => other.name !== dimension.name);
  const isOther = before !== '' || others.some((other) => after !== '' && other.isUnit(after));
  const trap = isRange(written) ? 'range' : dimension.trapOf?.(after);
  const problem = isOther && trap === undefined ? 'wrong-kind' : 'unknown';
  const suggestions = rewrite(found).slice(0, 1);
  return {
    issue: {
      code: 'plan.unit',
      args: { found, key, problem, units, suggestions, example, trap },
    },
  };
}
