/** How long a request may be on an engine: no longer than its context, and than its model takes. Tokens. */
import { findModel } from '../catalog/catalog';
import type { Model } from '../catalog/data/models';
import type { Figure } from '../figure/figure';
import { catalogFigure, statedFigure } from '../figure/figures';
import type { Engine, Stated } from '../plan/plan';

interface ContextLimit {
  readonly tokens: Figure;
  /** What limits it: `context`, or the name of the model. */
  readonly by: Stated<number> | Stated<string>;
}

/** Undefined where neither is known. */
export function contextLimit({ contextTokens, model }: Engine): ContextLimit | undefined {
  const most = model && contextOfModel(model.value);
  if (most && !(contextTokens && contextTokens.value <= most.value)) {
    return { tokens: most, by: model };
  }
  return (
    contextTokens && {
      tokens: statedFigure(contextTokens, 'tokens', 'context'),
      by: contextTokens,
    }
  );
}

/** The longest context that a model is made for; undefined where the catalog does not know it. */
export function contextOfModel(name: string): Figure | undefined {
  const found = findModel(name);
  return found && contextFigure(found.model);
}

/** The same of a model that is found. */
export function contextFigure({ name, contextTokens }: Model): Figure {
  return catalogFigure(contextTokens, 'tokens', name);
}
