/** A `context` that the model is not made for: Ollama cuts it, and vLLM does not start with it. */
import type { Figure } from '../../engine/figure/figure';
import { contextLimit } from '../../engine/hardware/contextLimit';
import type { Engine } from '../../engine/plan/plan';
import { defineRule, valueAt, type Reports } from './shared/rule';

interface EngineContextTooLongArgs {
  readonly engine: Engine;
  /** Tokens that its model takes. */
  readonly most: Figure;
}

export const engineContextTooLong = defineRule({
  code: 'engine.context-too-long',
  defaultSeverity: 'warning',
  title: 'The context is longer than the model takes',
  *check({ assessment: { plan } }): Reports<EngineContextTooLongArgs> {
    for (const engine of plan.engines) {
      const { contextTokens } = engine;
      if (contextTokens?.path === undefined) continue;
      const limit = contextLimit(engine);
      if (!limit || contextTokens.value <= limit.tokens.value) continue;
      yield { at: valueAt(contextTokens.path), args: { engine, most: limit.tokens } };
    }
  },
});
