/** Longest request on an engine, in tokens: limited by its context and by what its model takes. */
import { traitsOf } from '../catalog/data/engineTypes';
import type { Figure } from '../figure/figure';
import { catalogFigure, statedFigure } from '../figure/figures';
import type { Engine, Stated } from '../plan/plan';
import { slotContext } from './kvCache';
import { modelOf } from './modelOf';

interface ContextLimit {
  readonly tokens: Figure;
  /** Limiting value: `context`, or the name of the model. */
  readonly by: Stated<number> | Stated<string>;
}

/** Limit of an engine; undefined if neither context nor model is known. */
export function contextLimit(engine: Engine): ContextLimit | undefined {
  const { contextTokens, model, type } = engine;
  const most = contextOfModel(engine);
  if (contextTokens && !(most && contextTokens.value > most.value)) {
    return { tokens: statedFigure(contextTokens, 'tokens', 'context'), by: contextTokens };
  }
  if (!model || !most) return undefined;
  const found = modelOf(engine);
  // what the server takes by itself may be less
  const usual =
    !contextTokens && found && traitsOf(type?.value).contextFollowsMemory
      ? slotContext(engine, found.model)
      : undefined;
  return { tokens: usual ?? most, by: model };
}

/** Longest context that an engine's model is made for; undefined if that is not known. */
export function contextOfModel(engine: Engine): Figure | undefined {
  const model = modelOf(engine)?.model;
  return model?.contextTokens === undefined
    ? undefined
    : catalogFigure(model.contextTokens, 'tokens', model.name);
}
