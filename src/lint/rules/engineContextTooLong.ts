/** A `context` that the model is not made for: Ollama cuts it, and vLLM does not start with it. */
import { contextLimit } from '../../engine/hardware/contextLimit';
import { defineRule, valueAt } from './rule';

export const engineContextTooLong = defineRule({
  code: 'engine.context-too-long',
  defaultSeverity: 'warning',
  title: 'The context is longer than the model takes',
  *check({ assessment: { plan } }) {
    for (const engine of plan.engines) {
      const { contextTokens } = engine;
      if (contextTokens?.path === undefined) continue;
      const limit = contextLimit(engine);
      if (!limit || contextTokens.value <= limit.tokens.value) continue;
      yield { at: valueAt(contextTokens.path), args: { engine, most: limit.tokens } };
    }
  },
});
