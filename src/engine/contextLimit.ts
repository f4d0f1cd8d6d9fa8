/** How long a request may be on an engine: no longer than its context, and than its model takes. Tokens. */
import { findModel } from './catalog';
import type { Figure } from './figure';
import { catalogFigure, statedFigure } from './figures';
import type { Engine, Stated } from './plan';

export interface ContextLimit {
  readonly tokens: Figure;
  /** What limits it: `context`, or the name of the model. */
  readonly by: Stated<number> | Stated<string>;
}

/** Undefined where neither is known. */
export function contextLimit({ contextTokens, model }: Engine): ContextLimit | undefined {
  const found = model && findModel(model.value)?.model;
  if (found && !(contextTokens && contextTokens.value <= found.contextTokens)) {
    return { tokens: catalogFigure(found.contextTokens, 'tokens', found.name), by: model };
  }
  return (
    contextTokens && {
      tokens: statedFigure(contextTokens, 'tokens', 'context'),
      by: contextTokens,
    }
  );
}
