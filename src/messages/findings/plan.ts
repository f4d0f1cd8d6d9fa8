/** Words for findings about the text of a plan. */
import { QUANTIZATIONS } from '../../engine/catalog/data/quantizations';
import type { FindingArgs } from '../../lint/finding';
import type { Trap, Where } from '../../plan/problems';
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

/** Faults of a file that a plan names, and how to mend them. */
const FILE_PROBLEMS = {
  missing: 'is not there; a path is relative to the folder of the plan',
  outside: 'is not read: name a file inside of the folder that is open, relative to the plan',
  'too-large': 'is too large to be the `config.json` of a model',
  unreadable: 'cannot be read as text',
  'not-json': 'is not JSON',
  'no-architecture':
    'is not the `config.json` of a language model that we can size; write `model` as a map of its architecture',
  implausible: 'has sizes that no model has',
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
  'plan.not-utf8': () =>
    sentences(
      'the file is not UTF-8: this sign could not be read, nor perhaps others, so that names and texts are not what was written',
      'save it as UTF-8',
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
  'plan.unknown-key': ({ key, where, suggestion, accepted, mended, ofScenario }) =>
    sentences(
      `${quote(key)} is no key of ${placeOf(where)}, and is ignored`,
      mended === undefined ? undefined : `write ${quote(mended)}`,
      ofScenario === undefined ? undefined : `it is ${quote(ofScenario)} of a scenario`,
      suggestion === undefined && ofScenario === undefined && accepted.length > 0
        ? `it still accepts ${quotedList(accepted)}`
        : undefined,
    ) + (mended === undefined ? didYouMean(suggestion) : ''),
  'plan.file': ({ file, problem }) => sentences(`${quote(file)} ${FILE_PROBLEMS[problem]}`),
  'plan.missing-key': missingKey,
  'plan.percentile': ({ found, mended }) =>
    sentences(`${quote(found)} is not how a plan states a percentile`, `write ${quote(mended)}`),
  'plan.missing-space': ({ found, mended }) =>
    sentences(
      `${quote(found)} has no space behind its colon, so that YAML takes it for one word`,
      `write ${quote(mended)}`,
    ),
  'plan.duplicate-key': ({ key }) =>
    sentences(`${quote(key)} stands here twice, and only the first counts`, 'remove one of them'),
  'plan.wrong-type': wrongType,
  'plan.value': badValue,
  'plan.unit': badUnit,
  'plan.token-rate': ({ found, key, tokens, requests, tpot }) => {
    const asRequests =
      requests !== undefined &&
      `at ${formatNumber(tokens ?? 0)} tokens an answer, write ${quote(`${key}: ${requests}`)}`;
    const asTime =
      tpot !== undefined && `for the time per token of one stream, write ${quote(`tpot: ${tpot}`)}`;
    return sentences(
      `${quote(found)} counts tokens, and ${quote(key)} counts requests`,
      asRequests || asTime
        ? [asRequests, asTime].filter((each) => each !== false).join('; ')
        : 'state `outputTokens`, and divide the rate by it',
    );
  },
  'plan.ambiguous': ({ found, key, decimal, suggestions }) =>
    sentences(
      `${quote(key)} is not clear: ${quote(found)} is read as ${decimal}, and means a thousand times as much where a point groups thousands`,
      `write ${quotedList(suggestions, 'or')}`,
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
    sentences(
      `${listOf(keys.map(quote))} exclude each other in ${placeOf(where)}`,
      'remove one of them',
    ),
  'plan.flow-comma': ({ key, found, mended }) =>
    sentences(
      `in braces, YAML ends a value at the comma: ${quote(key)} is not ${quote(found)}`,
      `put it in quotes: ${quote(mended)}`,
    ),
  'plan.suppression': ({ kind, code, suggestion }) =>
    sentences(
      kind === 'rule'
        ? `no rule is named ${quote(code)}, so that this comment silences nothing`
        : `${quote(code)} silences nothing`,
    ) + didYouMean(suggestion),
  'plan.too-many-gpus': ({ servers, gpusPerServer, taken, node, gpus }) =>
    sentences(
      servers === 1
        ? `a server with ${gpusText(gpusPerServer)} needs more than the node ${quote(node)} has, which is ${formatNumber(gpus)}`
        : `${formatNumber(servers)} servers with ${gpusText(gpusPerServer)} each need ${formatNumber(taken)}, and the node ${quote(node)} has ${formatNumber(gpus)}`,
      'lower `gpusPerServer` or `servers`, or raise `gpus` of the node; what fits into memory is not checked',
    ),
  'plan.too-much-work': ({ compared, targets, scenarios, engines }) =>
    sentences(
      `only the first ${formatNumber(compared)} of ${formatNumber(targets)} targets are compared with every scenario and engine`,
      `more would be too much work for ${counted(scenarios, 'scenario')} and ${counted(engines, 'engine')}`,
      'each scenario is still judged by its own target',
      'move some targets, with the scenarios that name them, to a plan of their own',
    ),
  'plan.catalog-slip': ({ kind, name, suggestion }) =>
    sentences(notInCatalog(kind, name)) + didYouMean(suggestion),
  'plan.not-in-catalog': ({ kind, name, unstated }) =>
    sentences(
      notInCatalog(kind, name, unstated),
      {
        gpu: `state ${quotedList(unstated)} of the node to have ${unstated.length === 1 ? 'it' : 'them'} checked`,
        model: 'where it is made of a model that the catalog knows, that name will do',
        quantization: `it knows ${quotedList(QUANTIZATIONS)}`,
      }[kind],
    ),
  'plan.unused': ({ kind, name }) =>
    kind === 'engine'
      ? sentences(`no scenario uses the engine ${quote(name)}`)
      : sentences(`no engine runs on the node ${quote(name)}`),
};

function counted(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function gpusText(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'GPU' : 'GPUs'}`;
}

const KINDS = { gpu: 'GPU', model: 'model', quantization: 'quantization' } as const;

function notInCatalog(
  kind: keyof typeof KINDS,
  name: string,
  unstated: readonly ('memory' | 'bandwidth')[] = [],
): string {
  const unchecked =
    unstated.length === 1
      ? { memory: 'memory is not', bandwidth: 'the hardware floor is not' }[unstated[0] ?? 'memory']
      : 'neither memory nor the hardware floor is';
  return `the catalog has no ${KINDS[kind]} ${quote(name)}, so that ${unchecked} checked`;
}

type Args<C extends keyof FindingArgs> = FindingArgs[C];

/** Returns `scenario \`A\``, `the workload`. */
function placeOf({ noun, name }: Where): string {
  return name === undefined ? noun : `${noun} ${quote(name)}`;
}

function missingKey({ keys, need, where, why, instead }: Args<'plan.missing-key'>): string {
  const place = placeOf(where);
  const needed = {
    all: quotedList(keys),
    one: quotedList(keys, 'or'),
    any: `at least one of ${quotedList(keys)}`,
  }[need];
  if (instead === undefined) {
    return sentences(`${place} needs ${needed}${why === undefined ? '' : `: ${why}`}`);
  }
  return (
    sentences(`${quote(instead.key)} is no key of ${place}, which needs ${needed}`) +
    didYouMean(instead.suggestion)
  );
}

function wrongType({ found, expected, key }: Args<'plan.wrong-type'>): string {
  if (key === '?') {
    // `?` is how YAML marks a key; nobody reads it as such.
    return found === 'nothing'
      ? sentences('what is empty, `null` or `~` names nothing: put it in quotes, or give it a name')
      : sentences(`a key cannot be ${foundNode(found)}: it is ${expected}`);
  }
  const subject = key === '' ? 'the plan' : quote(key);
  return found === 'nothing'
    ? sentences(`${subject} has no value: it is ${expected}`)
    : sentences(`${subject} cannot be ${foundNode(found)}: it is ${expected}`);
}

function badValue(args: Args<'plan.value'>): string {
  const { found, key, expected, choices, example, suggestion, trap } = args;
  const reason = trap && TRAP_WORDS[trap];
  const wrong = `${quote(key)} cannot be ${quote(found)}: it is ${expected}`;
  if (suggestion !== undefined && reason !== undefined) {
    return sentences(wrong, `${reason}: write ${quote(suggestion)}`);
  }
  if (choices.length > 0) {
    const all = `write ${quotedList(choices, 'or')}`;
    return sentences(wrong, all) + (choices.length === 1 ? '' : didYouMean(suggestion));
  }
  if (suggestion !== undefined) {
    return sentences(wrong) + didYouMean(suggestion);
  }
  return sentences(wrong, reason, example && `write ${quote(example)}, for example`);
}

function badUnit(args: Args<'plan.unit'>): string {
  const { found, key, problem, units, suggestions, example, trap } = args;
  const reason = trap && TRAP_WORDS[trap];
  const wrong = {
    missing: `${quote(found)} needs a unit, as ${quote(key)} has one`,
    unknown: `the unit of ${quote(found)} is not known`,
    'wrong-kind': `the unit of ${quote(found)} does not fit ${quote(key)}`,
  }[problem];
  const [first, ...others] = suggestions;
  const forms = `write ${quotedList(suggestions, 'or')}${others.length > 0 ? ', whichever is meant' : ''}`;
  if (trap === 'comment' || trap === 'range') {
    // The text after the number is not a unit.
    const instead = first === undefined ? `write ${quote(example)}, for example` : forms;
    return sentences(`${quote(key)} cannot be ${quote(found)}: ${TRAP_WORDS[trap]}`, instead);
  }
  if (first !== undefined) {
    return sentences(wrong, reason, forms);
  }
  const all = units.length === 1 ? 'the unit is' : 'units are';
  const forExample = `write ${quote(example)}, for example; ${all} ${quotedList(units)}`;
  return sentences(wrong, reason, forExample);
}

const TRAP_WORDS: Readonly<Record<Trap, string>> = {
  'decimal-comma': 'a comma groups thousands, and decimals have a point',
  comment: 'a comment needs a space before its `#`',
  'minute-or-month': '`m` could be a minute or a month',
  bits: '`b` may stand for bits, of which a byte has eight: bytes are `B`',
  'thousandth-or-million': '`m` could be a thousandth or a million: a million is `M`',
  range: 'a range is no value: state the one that counts',
};

/** Quotes a node. A scalar has backticks of its own, and may be long. */
function foundNode(found: string): string {
  return found.startsWith('`') ? quote(found.slice(1, -1)) : found;
}
