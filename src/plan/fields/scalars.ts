/** Builds the kinds of scalar that fields use. */
import { t } from '@vscode/l10n';
import { amountParser, type Amount, type Signs } from '../quantities/amount';
import {
  BANDWIDTH,
  type Dimension,
  DURATION,
  numberOf,
  RATE,
  SHARE,
  SHARE_OF_PEAK,
  SIZE,
} from '../quantities/dimensions';
import type { Limits } from '../quantities/limits';
import { isIssue, noSuchValue } from '../quantities/outcome';
import { soundParser } from '../quantities/sound';
import { parseDate, parseUrl } from '../quantities/text';
import { nearest } from '../nearest';
import { quantitySchema } from './quantitySchema';
import type { ScalarShape } from './shape';

type Spellings = readonly [string, ...string[]];

export const duration = (signs: Signs, limits: Limits, accepted: Spellings) =>
  amount(DURATION, signs, limits, accepted);
export const rate = (signs: Signs, limits: Limits, accepted: Spellings) =>
  amount(RATE, signs, limits, accepted);
export const share = (signs: Signs, limits: Limits, accepted: Spellings) =>
  amount(SHARE, signs, limits, accepted);
export const shareOfPeak = (limits: Limits, accepted: Spellings) =>
  amount(SHARE_OF_PEAK, 'about', limits, accepted);
export const size = (limits: Limits, accepted: Spellings) =>
  amount(SIZE, 'about', limits, accepted);
export const bandwidth = (limits: Limits, accepted: Spellings) =>
  amount(BANDWIDTH, 'about', limits, accepted);

/** Reads a number without a unit. One of `nouns` may follow it ("1000 users"). */
export function count(
  expected: string,
  signs: Signs,
  limits: Limits,
  accepted: Spellings,
  nouns: readonly string[] = [],
): ScalarShape<Amount> {
  return amount(numberOf(expected, nouns), signs, limits, accepted);
}

/** Reads a count, or the word `auto`. */
export function countOrAuto(counted: ScalarShape<Amount>): ScalarShape<Amount | 'auto'> {
  return {
    ...counted,
    expected: `${counted.expected}, or auto`,
    accepted: [...counted.accepted, 'auto'],
    schema: { anyOf: [counted.schema, { const: 'auto' }] },
    parse: soundParser<Amount | 'auto'>((text, key) => {
      if (text === 'auto') {
        return { value: 'auto' };
      }
      const outcome = counted.parse(text, key);
      return isIssue(outcome) && outcome.issue.code === 'plan.value'
        ? noSuchValue(text, key, t`a whole number or auto`, {
            example: counted.accepted[0],
            suggestion: nearest(text, ['auto']) ?? outcome.issue.args.suggestion,
            trap: outcome.issue.args.trap,
          })
        : outcome;
    }),
  };
}

export function oneOf<T extends string>(choices: readonly T[]): ScalarShape<T> {
  return {
    kind: 'scalar',
    expected: `one of ${choices.join(', ')}`,
    accepted: choices,
    units: [],
    choices,
    schema: { enum: choices },
    parse: soundParser((text, key) => {
      const value = choices.find((choice) => choice === text);
      return value === undefined
        ? noSuchValue(text, key, t`one of the known values`, {
            choices,
            suggestion: nearest(text, choices),
          })
        : { value };
    }),
  };
}

/** Reads true or false. In YAML 1.2 `yes` and `on` are texts: the finding suggests `true`. */
export function truth(): ScalarShape<boolean> {
  const meant: Readonly<Record<string, string>> = {
    yes: 'true',
    on: 'true',
    no: 'false',
    off: 'false',
  };
  return {
    kind: 'scalar',
    expected: 'true or false',
    accepted: ['true', 'false'],
    units: [],
    choices: ['true', 'false'],
    schema: { type: 'boolean' },
    parse: soundParser((text, key) => {
      const word = text.toLowerCase();
      const suggestion = Object.hasOwn(meant, word) ? meant[word] : undefined;
      return word === 'true' || word === 'false'
        ? { value: word === 'true' }
        : noSuchValue(text, key, t`true or false`, { choices: ['true', 'false'], suggestion });
    }),
  };
}

/** Reads any text for people. */
export function prose(...accepted: Spellings): ScalarShape<string> {
  return { ...word(...accepted), prose: true };
}

/** Reads a short text with hardly any spaces, such as a model's name. */
export function word(...accepted: Spellings): ScalarShape<string> {
  const schema = { type: ['string', 'number', 'boolean'] };
  return {
    kind: 'scalar',
    expected: 'a text',
    accepted,
    units: [],
    schema,
    parse: (value) => ({ value }),
  };
}

export function date(): ScalarShape<string> {
  const schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}' };
  return {
    kind: 'scalar',
    expected: 'a date',
    accepted: ['2026-01-31'],
    units: [],
    schema,
    parse: soundParser(parseDate),
  };
}

export function url(): ScalarShape<string> {
  const accepted = ['https://example.com/benchmark'];
  const schema = { type: 'string', pattern: '^https?://' };
  return {
    kind: 'scalar',
    expected: 'a web address',
    accepted,
    units: [],
    schema,
    parse: soundParser(parseUrl),
  };
}

/** Reads the name of an entry in another section. Its existence is checked after all are read. */
export function reference(refersTo: 'engines' | 'nodes' | 'targets'): ScalarShape<string> {
  const expected = `the name of one of the plan's ${refersTo}`;
  const schema = { type: ['string', 'number', 'boolean'] };
  return {
    kind: 'scalar',
    expected,
    accepted: [],
    units: [],
    refersTo,
    schema,
    parse: (value) => ({ value }),
  };
}

function amount(
  dimension: Dimension,
  signs: Signs,
  limits: Limits,
  accepted: Spellings,
): ScalarShape<Amount> {
  return {
    kind: 'scalar',
    // The limits of a count already say that it is one.
    expected: limits.words.startsWith(dimension.expected)
      ? limits.words
      : `${dimension.expected}, ${limits.words}`,
    accepted,
    units: dimension.units,
    schema: quantitySchema(dimension.name, signs, limits, accepted),
    texts: [dimension.expected, limits.words],
    parse: amountParser({ dimension, signs, limits, example: accepted[0] }),
  };
}
