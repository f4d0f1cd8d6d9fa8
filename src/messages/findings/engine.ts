/** Words for findings about an engine, whatever was measured on it. */
import type { EngineType } from '../../engine/plan/plan';
import { formatFigure } from '../figures';
import { describeExcessContext } from '../memory';
import { formatQuantity } from '../numbers';
import { sentences } from '../sentences';
import { quote, quotedList } from './words';
import type { Words } from './wordsOf';

export const ENGINE_WORDS: Words<'engine'> = {
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
