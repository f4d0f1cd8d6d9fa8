/** Words for findings about an engine, whatever was measured on it. */
import { roundContext, type StartCheck } from '../../engine/hardware/startCheck';
import type { EngineType } from '../../engine/plan/plan';
import { formatFigure } from '../figures';
import { describeExcessContext, formatMemoryRange } from '../memory';
import { formatMemory, formatQuantity } from '../numbers';
import { sentences } from '../sentences';
import { quote, quotedList } from './words';
import type { Words } from './wordsOf';

export const ENGINE_WORDS: Words<'engine'> = {
  'engine.full-context': ({ engine, check: { fit, tokens, kv, room, largest } }) =>
    sentences(
      `${quote(engine.name)} ${fit === 'does-not-fit' ? 'does not start' : 'may not start'}: one request of ${formatFigure(tokens)} needs ${formatFigure(kv)} of KV cache, ${describeRoom(room)} left`,
      'without `context`, vLLM makes room for the longest request that the model takes',
      largest.value >= 100
        ? `set \`context: ${roundContext(largest.value)}\` or less, which is \`--max-model-len\``
        : 'use fewer bits a weight, a smaller model, or more or larger GPUs',
    ),
  'engine.context-too-long': ({ engine, most }) =>
    sentences(
      describeExcessContext(engine),
      engine.type && WITH_EXCESS[engine.type.value],
      `set \`context: ${most.value}\` or less`,
    ),
  'engine.context-too-short': ({ engine, scenarios, tokens, differ, limit }) =>
    sentences(
      `requests are too long for ${quote(engine.name)}: ${differ ? 'up to ' : ''}${formatQuantity(tokens, 'tokens')} on average, limit ${formatFigure(limit)}`,
      `this affects ${quotedList(scenarios.map(({ spec: scenario }) => scenario.name))}`,
      'the server cuts off the rest or refuses the request',
      limit.derivation.kind === 'stated'
        ? 'raise `context`, or lower `promptTokens` or `outputTokens`'
        : limit.derivation.kind === 'default'
          ? 'that is the default for this GPU memory: set `context`, or lower `promptTokens` or `outputTokens`'
          : 'use a model for longer requests, or lower `promptTokens` or `outputTokens`',
    ),
};

/** Returns `about 10 to 10.9 GiB are`. */
function describeRoom({ low, high }: StartCheck['room']): string {
  return low > 0 ? `about ${formatMemoryRange(low, high)} are` : `at most ${formatMemory(high)} is`;
}

/** What the servers make of it. */
const WITH_EXCESS: Readonly<Record<EngineType, string | undefined>> = {
  ollama: 'Ollama caps a slot at the model’s own limit',
  vllm: 'a vLLM server does not start with more than the model’s `config.json` allows',
  sglang: undefined,
  tgi: undefined,
  'tensorrt-llm': undefined,
  'llama.cpp': undefined,
  other: undefined,
};
