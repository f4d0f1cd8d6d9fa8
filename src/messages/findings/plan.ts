/** Words for findings about the text of a plan. */
import { t } from '@vscode/l10n';
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
      t`the file is not read: it is larger than ${limit} bytes`,
      t`split it into several plans`,
    ),
  aliases: (limit: string) =>
    sentences(
      t`the file is not read: its aliases expand to more than ${limit} values`,
      t`write out some aliases that contain aliases`,
    ),
  depth: (limit: string) =>
    sentences(
      t`the file is not read: it is nested deeper than ${limit} levels`,
      t`look for brackets that are not closed`,
    ),
} as const;

export const PLAN_WORDS: Words<'plan'> = {
  'plan.syntax': ({ detail }) => sentences(t`this is not YAML: ${detail.replace(/\.$/, '')}`),
  'plan.empty': () =>
    sentences(
      t`the plan is empty`,
      t`begin with \`version: 1\`, and add \`workload\`, \`engines\` and \`scenarios\``,
    ),
  'plan.too-large': ({ what, limit }) => TOO_LARGE[what](formatNumber(limit)),
  'plan.not-text': () =>
    sentences(
      t`the file is not read: it is not text`,
      t`save it as UTF-8, without control characters`,
    ),
  'plan.not-utf8': () =>
    sentences(
      t`the file is not UTF-8: this character and perhaps others are wrong`,
      t`save it as UTF-8`,
    ),
  'plan.multiple-documents': ({ count }) =>
    sentences(
      t`the file has ${formatNumber(count)} YAML documents, but a plan is one`,
      t`move the text after \`---\` to another file`,
    ),
  'plan.version': ({ found, supported }) =>
    sentences(
      t`version ${quote(found)} is not supported: this extension reads version ${formatNumber(supported)}`,
      t`update the extension`,
    ),
  'plan.unknown-key': ({ key, where, suggestion, accepted, mended, ofScenario }) =>
    sentences(
      t`${quote(key)} is ignored: ${placeOf(where)} has no such key`,
      mended === undefined ? undefined : t`write ${quote(mended)}`,
      ofScenario === undefined ? undefined : t`set ${quote(ofScenario)} of a scenario instead`,
      suggestion === undefined && ofScenario === undefined && accepted.length > 0
        ? t`possible keys: ${quotedList(accepted)}`
        : undefined,
    ) + (mended === undefined ? didYouMean(suggestion) : ''),
  'plan.file': ({ file, problem }) => sentences(FILE_PROBLEMS[problem](quote(file))),
  'plan.missing-key': missingKey,
  'plan.percentile': ({ found, mended }) =>
    sentences(t`${quote(found)} is not a valid percentile`, t`write ${quote(mended)}`),
  'plan.missing-space': ({ found, mended }) =>
    sentences(
      t`${quote(found)} needs a space after the colon: YAML reads it as one word`,
      t`write ${quote(mended)}`,
    ),
  'plan.duplicate-key': ({ key }) =>
    sentences(t`duplicate key ${quote(key)}: only the first counts`, t`remove one of them`),
  'plan.wrong-type': wrongType,
  'plan.value': badValue,
  'plan.unit': badUnit,
  'plan.token-rate': ({ found, key, tokens, requests, tpot }) => {
    const asRequests =
      requests !== undefined &&
      t`with ${formatNumber(tokens ?? 0)} tokens an answer, write ${quote(`${key}: ${requests}`)}`;
    const asTime =
      tpot !== undefined &&
      t`for the time per token of one stream, write ${quote(`tpot: ${tpot}`)}`;
    return sentences(
      t`${quote(found)} counts tokens, but ${quote(key)} counts requests`,
      asRequests || undefined,
      asTime || undefined,
      asRequests || asTime ? undefined : t`divide the rate by the tokens of an answer`,
    );
  },
  'plan.ambiguous': ({ found, key, decimal, suggestions }) =>
    sentences(
      t`ambiguous ${quote(key)}: ${quote(found)} is read as ${decimal}, not as thousands`,
      t`write ${quotedList(suggestions, 'or')}`,
    ),
  'plan.out-of-range': ({ found, key, expected }) =>
    sentences(t`${quote(key)} is out of range: ${quote(found)} is not ${expected}`),
  'plan.unknown-reference': ({ name, kind, suggestion, known }) =>
    sentences(
      NO_SUCH[kind](quote(name)),
      suggestion !== undefined
        ? undefined
        : known.length > 0
          ? t`choose ${quotedList(known, 'or')}`
          : t`define it under ${quote(`${kind}s`)}`,
    ) + didYouMean(suggestion),
  'plan.alias': ({ name, problem }) =>
    problem === 'unknown'
      ? sentences(
          t`no anchor ${quote(`&${name}`)} before ${quote(`*${name}`)}`,
          t`define it further up; if this is no alias, put the text in quotes`,
        )
      : sentences(t`${quote(`*${name}`)} is inside its own anchor and has no end`, t`remove it`),
  'plan.conflict': ({ keys, where }) =>
    sentences(
      t`${listOf(keys.map(quote))} conflict in ${placeOf(where)}: only one can be set`,
      t`remove one of them`,
    ),
  'plan.flow-comma': ({ key, found, mended }) =>
    sentences(
      t`the comma ends ${quote(key)} before ${quote(found)} is complete`,
      t`inside braces, put it in quotes: ${quote(mended)}`,
    ),
  'plan.suppression': ({ kind, code, suggestion }) =>
    sentences(
      kind === 'rule'
        ? t`this comment silences nothing: no rule is named ${quote(code)}`
        : t`this comment silences nothing: ${quote(code)} is unknown`,
    ) + didYouMean(suggestion),
  'plan.too-many-gpus': ({ servers, gpusPerServer, taken, node, gpus }) =>
    sentences(
      servers === 1
        ? t`too many GPUs: a server needs ${formatNumber(gpusPerServer)}, node ${quote(node)} has ${formatNumber(gpus)}`
        : t`too many GPUs: ${formatNumber(servers)} servers × ${gpusText(gpusPerServer)} = ${formatNumber(taken)}, node ${quote(node)} has ${formatNumber(gpus)}`,
      t`lower \`gpusPerServer\` or \`servers\`, or raise \`gpus\` of the node`,
      t`memory is not checked until then`,
    ),
  'plan.too-much-work': ({ compared, targets, scenarios, engines }) =>
    sentences(
      t`only the first ${formatNumber(compared)} of ${formatNumber(targets)} targets are compared with all scenarios`,
      t`more would take too long with ${scenariosText(scenarios)} and ${enginesText(engines)}`,
      t`each scenario is still judged by its own target`,
      t`move some targets and their scenarios to another plan`,
    ),
  'plan.catalog-slip': ({ kind, name, suggestion }) =>
    sentences(notInCatalog(kind, name)) + didYouMean(suggestion),
  'plan.not-in-catalog': ({ kind, name, unstated }) =>
    sentences(
      notInCatalog(kind, name, unstated),
      {
        gpu: t`state ${quotedList(unstated)} of the node`,
        model: t`if it is a fine-tuned model, write the name of its base model`,
        quantization: t`known are ${quotedList(QUANTIZATIONS)}`,
      }[kind],
    ),
  'plan.unused': ({ kind, name }) =>
    kind === 'engine'
      ? sentences(t`unused engine ${quote(name)}: no scenario names it`, t`use it or remove it`)
      : sentences(t`unused node ${quote(name)}: no engine names it`, t`use it or remove it`),
};

/** Faults of a file that a plan names, and how to mend them. */
const FILE_PROBLEMS: Readonly<
  Record<FindingArgs['plan.file']['problem'], (file: string) => string>
> = {
  missing: (file) => t`${file} does not exist: write a path relative to the plan`,
  outside: (file) => t`${file} is not read: it is outside the open folder`,
  'too-large': (file) => t`${file} is too large to be the \`config.json\` of a model`,
  unreadable: (file) => t`${file} cannot be read as text`,
  'not-json': (file) => t`${file} is not JSON`,
  'no-architecture': (file) =>
    t`${file} is no \`config.json\` that can be sized: write \`model\` as a map`,
  implausible: (file) => t`${file} has sizes that no model has`,
  'benchmark-too-large': (file) =>
    t`${file} is longer than 64 MB: export the summary without single requests`,
  'benchmark-cut-off': (file) => t`${file} is cut off: its end is missing`,
  'no-benchmark': (file) => t`${file} is not the output of a known benchmark tool`,
  'no-runs': (file) => t`${file} has no run that a plan can use: \`capacity-plan import\` says why`,
  'no-match': (file) => t`${file} matches no file: write a path relative to the plan`,
  'too-many': (file) => t`${file} matches more than 50 files: only the first 50 are read`,
  'bad-pattern': (file) => t`${file} cannot be used: only the name of the file may have a \`*\``,
};

const NO_SUCH: Readonly<
  Record<FindingArgs['plan.unknown-reference']['kind'], (name: string) => string>
> = {
  engine: (name) => t`no engine is named ${name}`,
  node: (name) => t`no node is named ${name}`,
  target: (name) => t`no target is named ${name}`,
};

function scenariosText(count: number): string {
  return count === 1 ? t`1 scenario` : t`${formatNumber(count)} scenarios`;
}

function enginesText(count: number): string {
  return count === 1 ? t`1 engine` : t`${formatNumber(count)} engines`;
}

function gpusText(count: number): string {
  return count === 1 ? t`1 GPU` : t`${formatNumber(count)} GPUs`;
}

function notInCatalog(
  kind: FindingArgs['plan.not-in-catalog']['kind'],
  name: string,
  unstated: readonly ('memory' | 'bandwidth')[] = [],
): string {
  return UNKNOWN_NAME[kind](quote(name), unchecked(unstated));
}

const UNKNOWN_NAME: Readonly<
  Record<FindingArgs['plan.not-in-catalog']['kind'], (name: string, what: string) => string>
> = {
  gpu: (name, what) => t`unknown GPU ${name}: ${what}`,
  model: (name, what) => t`unknown model ${name}: ${what}`,
  quantization: (name, what) => t`unknown quantization ${name}: ${what}`,
};

function unchecked(unstated: readonly ('memory' | 'bandwidth')[]): string {
  if (unstated.length !== 1) return t`memory and the fastest possible time are not checked`;
  return unstated.includes('bandwidth')
    ? t`the fastest possible time is not checked`
    : t`memory is not checked`;
}

type Args<C extends keyof FindingArgs> = FindingArgs[C];

/** Returns `scenario \`A\``, `the workload`. */
function placeOf({ noun, name }: Where): string {
  return name === undefined ? noun : `${noun} ${quote(name)}`;
}

function missingKey({ keys, need, where, why, instead }: Args<'plan.missing-key'>): string {
  const place = placeOf(where);
  const needed = need === 'one' ? quotedList(keys, 'or') : quotedList(keys);
  if (instead === undefined) {
    return sentences(
      need === 'any' ? t`${place} needs at least one of ${needed}` : t`${place} needs ${needed}`,
      why,
    );
  }
  const key = quote(instead.key);
  return (
    sentences(
      need === 'any'
        ? t`${key} is unknown; ${place} needs at least one of ${needed}`
        : t`${key} is unknown; ${place} needs ${needed}`,
    ) + didYouMean(instead.suggestion)
  );
}

function wrongType({ found, expected, key }: Args<'plan.wrong-type'>): string {
  if (key === '?') {
    // `?` is how YAML marks a key; nobody reads it as such.
    return found === 'nothing'
      ? sentences(
          t`a name is missing: this key is empty, \`null\` or \`~\``,
          t`name it, or put it in quotes`,
        )
      : sentences(t`a key cannot be ${foundNode(found)}`, t`write ${expected}`);
  }
  return sentences(wrongTypeText(found, key), t`write ${expected}`);
}

function wrongTypeText(found: string, key: string): string {
  if (found === 'nothing') {
    return key === '' ? t`the plan has no value` : t`${quote(key)} has no value`;
  }
  return key === ''
    ? t`the plan cannot be ${foundNode(found)}`
    : t`${quote(key)} cannot be ${foundNode(found)}`;
}

function badValue(args: Args<'plan.value'>): string {
  const { expected, choices, example, suggestion, trap } = args;
  const reason = trap && TRAP_WORDS[trap]();
  const [key, found] = [quote(args.key), quote(args.found)];
  if (suggestion !== undefined && reason !== undefined) {
    return sentences(t`${key} cannot be ${found}: ${reason}`, t`write ${quote(suggestion)}`);
  }
  if (choices.length > 0) {
    const all = t`write ${quotedList(choices, 'or')}`;
    return (
      sentences(t`${key} cannot be ${found}`, all) +
      (choices.length === 1 ? '' : didYouMean(suggestion))
    );
  }
  const needs = t`${key} cannot be ${found}: it needs ${expected}`;
  if (suggestion !== undefined) return sentences(needs) + didYouMean(suggestion);
  return sentences(needs, reason, example && t`write ${quote(example)}, for example`);
}

function badUnit(args: Args<'plan.unit'>): string {
  const { problem, units, suggestions, trap } = args;
  const reason = trap && TRAP_WORDS[trap]();
  const [key, found] = [quote(args.key), quote(args.found)];
  const wrong = {
    missing: t`${key} needs a unit: ${found} has none`,
    unknown: t`unknown unit in ${found}`,
    'wrong-kind': t`wrong unit for ${key}: ${found}`,
  }[problem];
  const example = t`write ${quote(args.example)}, for example`;
  const forms = suggestions.length > 0 ? t`write ${quotedList(suggestions, 'or')}` : undefined;
  if (trap === 'comment' || trap === 'range') {
    // The text after the number is not a unit.
    return sentences(t`${key} cannot be ${found}: ${TRAP_WORDS[trap]()}`, forms ?? example);
  }
  if (forms !== undefined) return sentences(wrong, reason, forms);
  return sentences(
    wrong,
    reason,
    example,
    units.length === 1 ? t`the unit is ${quotedList(units)}` : t`units are ${quotedList(units)}`,
  );
}

const TRAP_WORDS: Readonly<Record<Trap, () => string>> = {
  'decimal-comma': () => t`a comma groups thousands, decimals need a point`,
  comment: () => t`a comment needs a space before its \`#\``,
  'minute-or-month': () => t`\`m\` could be a minute or a month`,
  bits: () => t`\`b\` may be bits; bytes are \`B\``,
  'thousandth-or-million': () => t`a million is \`M\`; \`m\` could also be a thousandth`,
  range: () => t`a range is not a value`,
};

/** Quotes a node. A scalar has backticks of its own, and may be long. */
function foundNode(found: string): string {
  return found.startsWith('`') ? quote(found.slice(1, -1)) : found;
}
