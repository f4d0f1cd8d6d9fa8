/** What is wrong with the text of a plan. */
import { formatNumber } from '../numbers';
import { didYouMean, quote, quotedList } from './words';
import { listOf, sentences } from '../sentences';
import type { Words } from './wordsOf';

const TOO_LARGE = {
  bytes: (limit: string) =>
    sentences(
      `the file is larger than ${limit} bytes and is not read`,
      'split it into several plans',
    ),
  aliases: (limit: string) =>
    sentences(
      `the aliases of the file stand for more than ${limit} values, and it is not read`,
      'an alias that contains aliases grows fast: write some of them out',
    ),
  depth: (limit: string) =>
    sentences(
      `the file is nested deeper than ${limit} levels and is not read`,
      'no plan needs that: look for brackets that are not closed',
    ),
} as const;

export const PLAN_WORDS: Words<'plan'> = {
  'plan.syntax': ({ detail }) => sentences(`this is not YAML: ${detail.replace(/\.$/, '')}`),
  'plan.empty': () =>
    sentences(
      'the plan is empty',
      'it begins with `version: 1` and needs `workload`, `engines` and `scenarios`',
    ),
  'plan.too-large': ({ what, limit }) => TOO_LARGE[what](formatNumber(limit)),
  'plan.not-text': () =>
    sentences(
      'the file is not text, and is not read',
      'save it as UTF-8, without control characters',
    ),
  'plan.multiple-documents': ({ count }) =>
    sentences(
      `the file holds ${formatNumber(count)} YAML documents, and a plan is one`,
      'move what follows `---` to a file of its own',
    ),
  'plan.version': ({ found, supported }) =>
    sentences(
      `this plan is of version ${quote(found)}, and only version ${formatNumber(supported)} is understood here`,
      'update the extension to read it',
    ),
  'plan.unknown-key': ({ key, where, suggestion, accepted }) =>
    sentences(
      `${quote(key)} is no key of ${where}, and is ignored`,
      suggestion === undefined && accepted.length > 0
        ? `it knows ${quotedList(accepted)}`
        : undefined,
    ) + didYouMean(suggestion),
  'plan.missing-key': ({ keys, where, why }) =>
    why === undefined
      ? sentences(`${where} needs ${quotedList(keys)}`)
      : sentences(`${where} needs ${quotedList(keys, 'or')}: ${why}`),
  'plan.duplicate-key': ({ key }) =>
    sentences(`${quote(key)} stands here twice, and only the first counts`, 'remove one of them'),
  'plan.wrong-type': ({ found, expected, key }) =>
    sentences(
      `${key === '' ? 'the plan' : quote(key)} cannot be ${foundNode(found)}: it is ${expected}`,
    ),
  'plan.value': ({ found, key, expected, accepted, suggestion }) =>
    sentences(
      `${quote(key)} cannot be ${quote(found)}: it is ${expected}`,
      accepted.length > 0 ? `write ${quotedList(accepted, 'or')}` : undefined,
    ) + (accepted.length === 1 ? '' : didYouMean(suggestion)),
  'plan.unit': ({ found, key, problem, accepted, example }) =>
    sentences(
      {
        missing: `${quote(found)} needs a unit, as ${quote(key)} has one`,
        unknown: `the unit of ${quote(found)} is not known`,
        'wrong-kind': `the unit of ${quote(found)} does not fit ${quote(key)}`,
      }[problem],
      `write ${quote(example)}, for example; units are ${quotedList(accepted)}`,
    ),
  'plan.out-of-range': ({ found, key, expected }) =>
    sentences(`${quote(key)} cannot be ${quote(found)}: it is ${expected}`),
  'plan.unknown-reference': ({ name, kind, suggestion, known }) =>
    sentences(
      `no ${kind} is named ${quote(name)}`,
      suggestion !== undefined
        ? undefined
        : known.length > 0
          ? `the plan has ${quotedList(known)}`
          : `define it under ${quote(`${kind}s`)}`,
    ) + didYouMean(suggestion),
  'plan.alias': ({ name, problem }) =>
    problem === 'unknown'
      ? sentences(
          `no anchor ${quote(`&${name}`)} stands before ${quote(`*${name}`)}`,
          'define it further up, or put the text in quotes if no alias is meant',
        )
      : sentences(`${quote(`*${name}`)} stands within its own anchor, and would have no end`),
  'plan.conflict': ({ keys, where }) =>
    sentences(`${listOf(keys.map(quote))} exclude each other in ${where}`, 'remove one of them'),
  'plan.flow-comma': ({ key, found, mended }) =>
    sentences(
      `in braces, YAML ends a value at the comma: ${quote(key)} is not ${quote(found)}`,
      `put it in quotes: ${quote(mended)}`,
    ),
  'plan.suppression': ({ code, suggestion }) =>
    sentences(`no rule is named ${quote(code)}, so that this comment silences nothing`) +
    didYouMean(suggestion),
  'plan.unused': ({ kind, name }) =>
    kind === 'engine'
      ? sentences(`no scenario uses the engine ${quote(name)}`)
      : sentences(`no engine runs on the node ${quote(name)}`),
};

/** A scalar comes with backticks of its own, and may be long. */
function foundNode(found: string): string {
  return found.startsWith('`') ? quote(found.replace(/^`|`$/g, '')) : found;
}
