/** Words for findings about an engine, whatever was measured on it. */
import { t } from '@vscode/l10n';
import { roundContext, type StartCheck } from '../../engine/hardware/startCheck';
import type { EngineType } from '../../engine/plan/plan';
import type { FindingArgs } from '../../lint/finding';
import { formatFigure } from '../figures';
import { describeExcessContext, formatMemoryRange } from '../memory';
import { formatMemory, formatQuantity } from '../numbers';
import { sentences } from '../sentences';
import { quote, quotedList } from './words';
import type { Words } from './wordsOf';

export const ENGINE_WORDS: Words<'engine'> = {
  'engine.full-context': ({ engine, check }) =>
    sentences(
      check.fit === 'does-not-fit'
        ? t`${quote(engine.name)} does not start: ${longestRequest(check)}`
        : t`${quote(engine.name)} may not start: ${longestRequest(check)}`,
      t`without \`context\`, vLLM makes room for the longest request that the model takes`,
      check.largest.value >= 100
        ? t`set \`context: ${roundContext(check.largest.value)}\` or less, which is \`--max-model-len\``
        : t`use fewer bits a weight, a smaller model, or more or larger GPUs`,
    ),
  'engine.context-too-long': ({ engine, most }) =>
    sentences(
      describeExcessContext(engine),
      engine.type && WITH_EXCESS[engine.type.value]?.(),
      t`set \`context: ${most.value}\` or less`,
    ),
  'engine.context-too-short': (args) =>
    sentences(
      tooLongRequests(args),
      t`this affects ${quotedList(args.scenarios.map(({ spec: scenario }) => scenario.name))}`,
      t`the server cuts off the rest or refuses the request`,
      longerContext(args),
    ),
};

/** Compares the longest request with the GPU memory that is left for it. */
function longestRequest({ tokens, kv, room: { low, high } }: StartCheck): string {
  const [request, cache] = [formatFigure(tokens), formatFigure(kv)];
  return low > 0
    ? t`one request of ${request} needs ${cache} of KV cache, about ${formatMemoryRange(low, high)} are left`
    : t`one request of ${request} needs ${cache} of KV cache, at most ${formatMemory(high)} is left`;
}

/** Says what the servers make of it. */
const WITH_EXCESS: Readonly<Record<EngineType, (() => string) | undefined>> = {
  ollama: () => t`Ollama caps a slot at the model’s own limit`,
  vllm: () => t`a vLLM server does not start with more than the model’s \`config.json\` allows`,
  sglang: undefined,
  tgi: undefined,
  'tensorrt-llm': undefined,
  'llama.cpp': undefined,
  other: undefined,
};

type ShortArgs = FindingArgs['engine.context-too-short'];

function tooLongRequests({ engine, tokens, differ, limit }: ShortArgs): string {
  const [asked, most] = [formatQuantity(tokens, 'tokens'), formatFigure(limit)];
  return differ
    ? t`requests are too long for ${quote(engine.name)}: up to ${asked} on average, limit ${most}`
    : t`requests are too long for ${quote(engine.name)}: ${asked} on average, limit ${most}`;
}

function longerContext({ limit: { derivation } }: ShortArgs): string {
  if (derivation.kind === 'stated') {
    return t`raise \`context\`, or lower \`promptTokens\` or \`outputTokens\``;
  }
  return derivation.kind === 'default'
    ? t`that is the default for this GPU memory: set \`context\`, or lower \`promptTokens\` or \`outputTokens\``
    : t`use a model for longer requests, or lower \`promptTokens\` or \`outputTokens\``;
}
