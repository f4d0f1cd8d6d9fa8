/** Longest request on an engine, in tokens: limited by its context and by what its model takes. */
import { findModel } from '../catalog/catalog';
import type { Model } from '../catalog/data/models';
import type { Figure } from '../figure/figure';
import { catalogFigure, statedFigure } from '../figure/figures';
import type { Engine, Stated } from '../plan/plan';

interface ContextLimit {
  readonly tokens: Figure;
  /** Limiting value: `context`, or the name of the model. */
  readonly by: Stated<number> | Stated<string>;
}

/** Limit of an engine; undefined if neither context nor model is known. */
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

/** Longest context that a model is made for; undefined if the catalog does not know the model. */
export function contextOfModel(name: string): Figure | undefined {
  const found = findModel(name);
  return found && contextFigure(found.model);
}

/** Longest context of a model from the catalog. */
export function contextFigure({ name, contextTokens }: Model): Figure {
  return catalogFigure(contextTokens, 'tokens', name);
}
