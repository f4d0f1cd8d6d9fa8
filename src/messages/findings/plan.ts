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
      `the file is not read: it is larger than ${limit} bytes`,
      'split it into several plans',
    ),
  aliases: (limit: string) =>
    sentences(
      `the file is not read: its aliases expand to more than ${limit} values`,
      'write out some aliases that contain aliases',
    ),
  depth: (limit: string) =>
    sentences(
      `the file is not read: it is nested deeper than ${limit} levels`,
      'look for brackets that are not closed',
    ),
} as const;

/** Faults of a file that a plan names, and how to mend them. */
const FILE_PROBLEMS = {
  missing: 'does not exist: write a path relative to the plan',
  outside: 'is not read: it is outside the open folder',
  'too-large': 'is too large to be the `config.json` of a model',
  unreadable: 'cannot be read as text',
  'not-json': 'is not JSON',
  'no-architecture': 'is no `config.json` that can be sized: write `model` as a map',
  implausible: 'has sizes that no model has',
  'benchmark-too-large': 'is longer than 64 MB: export the summary without single requests',
  'benchmark-cut-off': 'is cut off: its end is missing',
  'no-benchmark': 'is not the output of a known benchmark tool',
  'no-runs': 'has no run that a plan can use: `capacity-plan import` says why',
  'no-match': 'matches no file: write a path relative to the plan',
  'too-many': 'matches more than 50 files: only the first 50 are read',
  'bad-pattern': 'cannot be used: only the name of the file may have a `*`',
} as const;

export const PLAN_WORDS: Words<'plan'> = {
  'plan.syntax': ({ detail }) => sentences(`this is not YAML: ${detail.replace(/\.$/, '')}`),
  'plan.empty': () =>
    sentences(
      'the plan is empty',
      'begin with `version: 1`, and add `workload`, `engines` and `scenarios`',
    ),
  'plan.too-large': ({ what, limit }) => TOO_LARGE[what](formatNumber(limit)),
  'plan.not-text': () =>
    sentences(
      'the file is not read: it is not text',
      'save it as UTF-8, without control characters',
    ),
  'plan.not-utf8': () =>
    sentences(
      'the file is not UTF-8: this character and perhaps others are wrong',
      'save it as UTF-8',
    ),
  'plan.multiple-documents': ({ count }) =>
    sentences(
      `the file has ${formatNumber(count)} YAML documents, but a plan is one`,
      'move the text after `---` to another file',
    ),
  'plan.version': ({ found, supported }) =>
    sentences(
      `version ${quote(found)} is not supported: this extension reads version ${formatNumber(supported)}`,
      'update the extension',
    ),
  'plan.unknown-key': ({ key, where, suggestion, accepted, mended, ofScenario }) =>
    sentences(
      `${quote(key)} is ignored: ${placeOf(where)} has no such key`,
      mended === undefined ? undefined : `write ${quote(mended)}`,
      ofScenario === undefined ? undefined : `set ${quote(ofScenario)} of a scenario instead`,
      suggestion === undefined && ofScenario === undefined && accepted.length > 0
        ? `possible keys: ${quotedList(accepted)}`
        : undefined,
    ) + (mended === undefined ? didYouMean(suggestion) : ''),
  'plan.file': ({ file, problem }) => sentences(`${quote(file)} ${FILE_PROBLEMS[problem]}`),
  'plan.missing-key': missingKey,
  'plan.percentile': ({ found, mended }) =>
    sentences(`${quote(found)} is not a valid percentile`, `write ${quote(mended)}`),
  'plan.missing-space': ({ found, mended }) =>
    sentences(
      `${quote(found)} needs a space after the colon: YAML reads it as one word`,
      `write ${quote(mended)}`,
    ),
  'plan.duplicate-key': ({ key }) =>
    sentences(`duplicate key ${quote(key)}: only the first counts`, 'remove one of them'),
  'plan.wrong-type': wrongType,
  'plan.value': badValue,
  'plan.unit': badUnit,
  'plan.token-rate': ({ found, key, tokens, requests, tpot }) => {
    const asRequests =
      requests !== undefined &&
      `with ${formatNumber(tokens ?? 0)} tokens an answer, write ${quote(`${key}: ${requests}`)}`;
    const asTime =
      tpot !== undefined && `for the time per token of one stream, write ${quote(`tpot: ${tpot}`)}`;
    return sentences(
      `${quote(found)} counts tokens, but ${quote(key)} counts requests`,
      asRequests || undefined,
      asTime || undefined,
      asRequests || asTime ? undefined : 'divide the rate by the tokens of an answer',
    );
  },
  'plan.ambiguous': ({ found, key, decimal, suggestions }) =>
    sentences(
      `ambiguous ${quote(key)}: ${quote(found)} is read as ${decimal}, not as thousands`,
      `write ${quotedList(suggestions, 'or')}`,
    ),
  'plan.out-of-range': ({ found, key, expected }) =>
    sentences(`${quote(key)} is out of range: ${quote(found)} is not ${expected}`),
  'plan.unknown-reference': ({ name, kind, suggestion, known }) =>
    sentences(
      `no ${kind} is named ${quote(name)}`,
      suggestion !== undefined
        ? undefined
        : known.length > 0
          ? `choose ${quotedList(known, 'or')}`
          : `define it under ${quote(`${kind}s`)}`,
    ) + didYouMean(suggestion),
  'plan.alias': ({ name, problem }) =>
    problem === 'unknown'
      ? sentences(
          `no anchor ${quote(`&${name}`)} before ${quote(`*${name}`)}`,
          'define it further up; if this is no alias, put the text in quotes',
        )
      : sentences(`${quote(`*${name}`)} is inside its own anchor and has no end`, 'remove it'),
  'plan.conflict': ({ keys, where }) =>
    sentences(
      `${listOf(keys.map(quote))} conflict in ${placeOf(where)}: only one can be set`,
      'remove one of them',
    ),
  'plan.flow-comma': ({ key, found, mended }) =>
    sentences(
      `the comma ends ${quote(key)} before ${quote(found)} is complete`,
      `inside braces, put it in quotes: ${quote(mended)}`,
    ),
  'plan.suppression': ({ kind, code, suggestion }) =>
    sentences(
      kind === 'rule'
        ? `this comment silences nothing: no rule is named ${quote(code)}`
        : `this comment silences nothing: ${quote(code)} is unknown`,
    ) + didYouMean(suggestion),
  'plan.too-many-gpus': ({ servers, gpusPerServer, taken, node, gpus }) =>
    sentences(
      servers === 1
        ? `too many GPUs: a server needs ${formatNumber(gpusPerServer)}, node ${quote(node)} has ${formatNumber(gpus)}`
        : `too many GPUs: ${formatNumber(servers)} servers × ${gpusText(gpusPerServer)} = ${formatNumber(taken)}, node ${quote(node)} has ${formatNumber(gpus)}`,
      'lower `gpusPerServer` or `servers`, or raise `gpus` of the node',
      'memory is not checked until then',
    ),
  'plan.too-much-work': ({ compared, targets, scenarios, engines }) =>
    sentences(
      `only the first ${formatNumber(compared)} of ${formatNumber(targets)} targets are compared with all scenarios`,
      `more would take too long with ${counted(scenarios, 'scenario')} and ${counted(engines, 'engine')}`,
      'each scenario is still judged by its own target',
      'move some targets and their scenarios to another plan',
    ),
  'plan.catalog-slip': ({ kind, name, suggestion }) =>
    sentences(notInCatalog(kind, name)) + didYouMean(suggestion),
  'plan.not-in-catalog': ({ kind, name, unstated }) =>
    sentences(
      notInCatalog(kind, name, unstated),
      {
        gpu: `state ${quotedList(unstated)} of the node`,
        model: 'if it is a fine-tuned model, write the name of its base model',
        quantization: `known are ${quotedList(QUANTIZATIONS)}`,
      }[kind],
    ),
  'plan.unused': ({ kind, name }) =>
    kind === 'engine'
      ? sentences(`unused engine ${quote(name)}: no scenario names it`, 'use it or remove it')
      : sentences(`unused node ${quote(name)}: no engine names it`, 'use it or remove it'),
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
      ? { memory: 'memory is not', bandwidth: 'the fastest possible time is not' }[
          unstated[0] ?? 'memory'
        ]
      : 'memory and the fastest possible time are not';
  return `unknown ${KINDS[kind]} ${quote(name)}: ${unchecked} checked`;
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
    return sentences(`${place} needs ${needed}`, why);
  }
  return (
    sentences(`${quote(instead.key)} is unknown; ${place} needs ${needed}`) +
    didYouMean(instead.suggestion)
  );
}

function wrongType({ found, expected, key }: Args<'plan.wrong-type'>): string {
  if (key === '?') {
    // `?` is how YAML marks a key; nobody reads it as such.
    return found === 'nothing'
      ? sentences(
          'a name is missing: this key is empty, `null` or `~`',
          'name it, or put it in quotes',
        )
      : sentences(`a key cannot be ${foundNode(found)}`, `write ${expected}`);
  }
  const subject = key === '' ? 'the plan' : quote(key);
  return found === 'nothing'
    ? sentences(`${subject} has no value`, `write ${expected}`)
    : sentences(`${subject} cannot be ${foundNode(found)}`, `write ${expected}`);
}

function badValue(args: Args<'plan.value'>): string {
  const { found, key, expected, choices, example, suggestion, trap } = args;
  const reason = trap && TRAP_WORDS[trap];
  const wrong = `${quote(key)} cannot be ${quote(found)}`;
  if (suggestion !== undefined && reason !== undefined) {
    return sentences(`${wrong}: ${reason}`, `write ${quote(suggestion)}`);
  }
  if (choices.length > 0) {
    const all = `write ${quotedList(choices, 'or')}`;
    return sentences(wrong, all) + (choices.length === 1 ? '' : didYouMean(suggestion));
  }
  if (suggestion !== undefined) {
    return sentences(`${wrong}: it needs ${expected}`) + didYouMean(suggestion);
  }
  return sentences(
    `${wrong}: it needs ${expected}`,
    reason,
    example && `write ${quote(example)}, for example`,
  );
}

function badUnit(args: Args<'plan.unit'>): string {
  const { found, key, problem, units, suggestions, example, trap } = args;
  const reason = trap && TRAP_WORDS[trap];
  const wrong = {
    missing: `${quote(key)} needs a unit: ${quote(found)} has none`,
    unknown: `unknown unit in ${quote(found)}`,
    'wrong-kind': `wrong unit for ${quote(key)}: ${quote(found)}`,
  }[problem];
  const [first] = suggestions;
  const forms = `write ${quotedList(suggestions, 'or')}`;
  if (trap === 'comment' || trap === 'range') {
    // The text after the number is not a unit.
    const instead = first === undefined ? `write ${quote(example)}, for example` : forms;
    return sentences(`${quote(key)} cannot be ${quote(found)}: ${TRAP_WORDS[trap]}`, instead);
  }
  if (first !== undefined) {
    return sentences(wrong, reason, forms);
  }
  const all = units.length === 1 ? 'the unit is' : 'units are';
  return sentences(
    wrong,
    reason,
    `write ${quote(example)}, for example`,
    `${all} ${quotedList(units)}`,
  );
}

const TRAP_WORDS: Readonly<Record<Trap, string>> = {
  'decimal-comma': 'a comma groups thousands, decimals need a point',
  comment: 'a comment needs a space before its `#`',
  'minute-or-month': '`m` could be a minute or a month',
  bits: '`b` may be bits; bytes are `B`',
  'thousandth-or-million': 'a million is `M`; `m` could also be a thousandth',
  range: 'a range is not a value',
};

/** Quotes a node. A scalar has backticks of its own, and may be long. */
function foundNode(found: string): string {
  return found.startsWith('`') ? quote(found.slice(1, -1)) : found;
}
