/** Splits a quantity as people write it: `≤ 1,200 USD/month` is a sign, a number and a unit. */
import type { Bound } from '../../engine/plan/plan';

export interface Written {
  readonly bound: Exclude<Bound, 'undecided'>;
  /** Set if written with `~` or `≈`. */
  readonly approximate: boolean;
  /** Sign as typed: `<`, `≤`, `~` or nothing. */
  readonly sign: string;
  /** Text before the number, such as `$`. */
  readonly before: string;
  /** Number in the user's own digits. */
  readonly digits: string;
  readonly value: number;
  /** Text after the number. All kinds of spaces are single blanks. */
  readonly after: string;
}

/** Matches most values of a plan: `8`, `2.7s`, `1.50 USD/h`, but not `0x1f`. */
const PLAIN = /^(?!0[xo])(\d{1,15}(?:\.\d{1,15})?) ?([a-z%/]*)$/i;
const UNUSUAL = /[^ -~]| {2}/;
const SIGNED = /^(<=|=<|>=|=>|<|>|≤|≥|=|~|≈)?(.*)$/s;
// Groups of three need their separator throughout, so that `1,5` is never read as fifteen.
const NUMBER =
  /^([^\d.+-]{0,8})([+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:_\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+|(?=\.\d))(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\d,._])(.*)$/s;
const HEXADECIMAL = /^[+-]?0[xo][\da-f]/i;
const DECIMAL_COMMA = /^([^\d]{0,8})(\d+),(\d+)(?![\d,.])(.*)$/s;

/** Returns undefined if the text holds no unambiguous number. */
export function splitWritten(text: string): Written | undefined {
  const plain = PLAIN.exec(text);
  if (plain !== null) {
    const [, digits = '', after = ''] = plain;
    const value = Number(digits);
    return { bound: 'exact', approximate: false, sign: '', before: '', digits, value, after };
  }
  const { sign, rest } = splitSign(text);
  const match = NUMBER.exec(rest);
  if (match === null || HEXADECIMAL.test(rest)) {
    return undefined;
  }
  const [, before = '', digits = '', after = ''] = match;
  const value = Number(digits.replace(/[,_ ]/g, ''));
  if (!Number.isFinite(value)) {
    return undefined;
  }
  return { ...readSign(sign), sign, before: before.trim(), digits, value, after: after.trim() };
}

/** Returns the text with a decimal point instead of a decimal comma. */
export function mendDecimalComma(text: string): string | undefined {
  const match = DECIMAL_COMMA.exec(normalizeSpaces(text));
  return match === null
    ? undefined
    : `${match[1] ?? ''}${match[2] ?? ''}.${match[3] ?? ''}${match[4] ?? ''}`;
}

/** Returns the text without `<`, `~` and similar signs. */
export function withoutSign(text: string): string {
  return splitSign(text).rest;
}

function splitSign(text: string): { readonly sign: string; readonly rest: string } {
  const match = SIGNED.exec(normalizeSpaces(text));
  return { sign: match?.[1] ?? '', rest: (match?.[2] ?? '').trim() };
}

function readSign(sign: string): Pick<Written, 'bound' | 'approximate'> {
  switch (sign) {
    case '<':
    case '>':
      return { bound: sign, approximate: false };
    case '<=':
    case '=<':
    case '≤':
      return { bound: '<=', approximate: false };
    case '>=':
    case '=>':
    case '≥':
      return { bound: '>=', approximate: false };
    default:
      return { bound: 'exact', approximate: sign === '~' || sign === '≈' };
  }
}

/** Replaces no-break and thin spaces, which come with pasted numbers. */
function normalizeSpaces(text: string): string {
  if (!UNUSUAL.test(text)) {
    return text.trim();
  }
  return text.replace(/\s+/g, ' ').replace(/−/g, '-').trim();
}
