/** Numbers with a unit, read into one base unit: seconds, requests per second, bytes, shares, counts. */
import type { Bound } from '../../engine/plan';
import { type Dimension, DIMENSIONS } from './dimensions';
import { isWithin, type Limits } from './limits';
import { noSuchValue, type Outcome, type Parse } from './outcome';
import { mendDecimalComma, splitWritten, withoutSign, type Written } from './written';

export interface Amount {
  readonly value: number;
  readonly approximate: boolean;
  readonly bound: Exclude<Bound, 'undecided'>;
}

/**
 * Which signs make sense: none (a setting), `~` (a known value), `~` and bounds (an observed value), or an upper
 * bound (an objective).
 */
export type Signs = 'none' | 'about' | 'reading' | 'limit';

export interface AmountOptions {
  readonly dimension: Dimension;
  readonly signs: Signs;
  readonly limits: Limits;
  /** A spelling, which findings show where the text holds no number. */
  readonly example: string;
}

/** A parser for one kind of quantity. */
export function amountParser(options: AmountOptions): Parse<Amount> {
  const { dimension, limits, example } = options;
  return (text, key) => {
    const written = splitWritten(text);
    if (written === undefined) {
      return noSuchValue(text, key, dimension.expected, [example], mendDecimalComma(text));
    }
    const factor =
      written.before === '' ? dimension.factorOf(written.after, written.value) : undefined;
    if (factor === undefined) {
      const compound = dimension.readWhole?.(withoutSign(text));
      return compound === undefined
        ? badUnit(text, key, written, dimension)
        : check({ ...written, value: compound }, text, key, options);
    }
    return check({ ...written, value: scale(written.value, factor) }, text, key, {
      ...options,
      limits,
    });
  };
}

// 250 * 1e-3 is exact where 250 / 1000 is; dividing keeps `250ms` at 0.25.
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
    return noSuchValue(found, key, `${dimension.expected} ${sign}`, [], withoutSign(found));
  }
  if (!isWithin(value, limits)) {
    return { issue: { code: 'plan.out-of-range', args: { found, key, expected: limits.words } } };
  }
  return { value: { value, bound, approximate } };
}

/** Words for what should stand instead, where the sign makes no sense. */
export function unsuitableSign(
  bound: Amount['bound'],
  approximate: boolean,
  signs: Signs,
): string | undefined {
  if (signs === 'limit') {
    return bound === '>' || bound === '>='
      ? 'as an upper bound, with < or <='
      : approximate
        ? 'as an upper bound, without ~'
        : undefined;
  }
  if (bound !== 'exact' && signs !== 'reading') {
    return 'without < or >';
  }
  return approximate && signs === 'none' ? 'without ~' : undefined;
}

function badUnit(
  found: string,
  key: string,
  written: Written,
  dimension: Dimension,
): Outcome<never> {
  const { sign, before, after, digits } = written;
  const others = DIMENSIONS.filter((other) => other.name !== dimension.name);
  const problem =
    before === '' && after === ''
      ? 'missing'
      : others.some((other) => after !== '' && other.isUnit(after)) || before !== ''
        ? 'wrong-kind'
        : 'unknown';
  const example = sign + dimension.write(digits);
  return {
    issue: { code: 'plan.unit', args: { found, key, problem, accepted: dimension.units, example } },
  };
}
