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
      `requests of ${quotedList(scenarios.map(({ spec: scenario }) => scenario.name))} have ${differ ? 'up to ' : ''}${formatQuantity(tokens, 'tokens')} on average, prompt and answer, but ${quote(engine.name)} lets none have more than ${formatFigure(limit)}`,
      'what is beyond is cut off, or the request is refused',
      limit.derivation.kind === 'stated'
        ? 'raise `context`, or lower `promptTokens` or `outputTokens`'
        : limit.derivation.kind === 'default'
          ? 'so it is by default on this GPU memory: set `context`, or lower `promptTokens` or `outputTokens`'
          : 'so it is by the catalog: take a model for longer requests, or lower `promptTokens` or `outputTokens`',
    ),
};

/** What the servers make of it. */
const WITH_EXCESS: Readonly<Record<EngineType, string | undefined>> = {
  ollama: 'Ollama gives a slot no more than the model’s file allows',
  vllm: 'a vLLM server does not start with more than the model’s `config.json` allows',
  sglang: undefined,
  tgi: undefined,
  'tensorrt-llm': undefined,
  'llama.cpp': undefined,
  other: undefined,
};
