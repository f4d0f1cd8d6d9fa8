/** Builds the JSON Schema of a quantity. It is looser than the parser in spaces and spellings, never stricter. */
import type { Signs } from '../quantities/amount';
import { isWithin, type Limits } from '../quantities/limits';
import type { JsonSchema } from './shape';

const SIGNS: Readonly<Record<Signs, string>> = {
  none: '',
  about: '[~≈]?',
  reading: '(<=?|>=?|=<|=>|[≤≥=~≈])?',
  limit: '(<=?|=<|≤|=)?',
};
const NUMBER = '\\s*\\+?[\\d., _]*\\d([eE][+-]?\\d+)?';
const MULTIPLE = '\\s*[kKMGB]?';

/** Pattern of the text after the number, and whether a bare number is accepted. */
const BEHIND: Readonly<
  Record<string, { readonly unit: string; readonly bare: 'always' | 'zero' | 'share' | 'never' }>
> = {
  duration: { unit: '\\s*[A-Za-zµμ][A-Za-zµμ\\d. ]*', bare: 'zero' },
  rate: { unit: `${MULTIPLE}\\s*([A-Za-z]*\\s*(/|per)\\s*[A-Za-z]+|[rq]p[smhd])`, bare: 'never' },
  size: { unit: '\\s*([kKMGTP]i?)?[Bb]|\\s*[kmgtp]i?b', bare: 'never' },
  bandwidth: { unit: '\\s*[A-Za-z]+\\s*(ps|(/|per)\\s*[A-Za-z]+)', bare: 'never' },
  share: { unit: '\\s*(%|per ?cent)', bare: 'share' },
  number: { unit: `${MULTIPLE}\\s*[A-Za-z]*`, bare: 'always' },
};

export function quantitySchema(
  name: string,
  signs: Signs,
  limits: Limits,
  examples: readonly string[],
): JsonSchema {
  const { unit, bare } = BEHIND[name] ?? { unit: '', bare: 'always' };
  // A number that may omit its percent sign leaves the text to be a share.
  const behind = bare === 'always' || bare === 'share' ? `(${unit})?` : `(${unit})`;
  const asText = {
    type: 'string',
    pattern: `^\\s*${SIGNS[signs]}${NUMBER}${behind}\\s*$`,
    examples,
  };
  const zero = bare === 'zero' && isWithin(0, limits);
  return bare === 'never' || (bare === 'zero' && !zero)
    ? asText
    : { anyOf: [zero ? { const: 0 } : asNumber(limits), asText] };
}

function asNumber({ above, atLeast, orZero, below, atMost, whole }: Limits): JsonSchema {
  return {
    type: whole ? 'integer' : 'number',
    ...(above === undefined ? {} : { exclusiveMinimum: above }),
    ...(atLeast === undefined ? {} : { minimum: orZero ? 0 : atLeast }),
    ...(below === undefined ? {} : { exclusiveMaximum: below }),
    ...(atMost === undefined ? {} : { maximum: atMost }),
  };
}
