/** Servers that work on one request at a time whatever `parallel` says, and let all others wait. */
import { isSingleSlotOnOllama } from '../catalog/catalog';
import { traitsOf } from '../catalog/data/engineTypes';
import type { Figure } from '../figure/figure';
import { catalogFigure } from '../figure/figures';
import { memoize } from '../util/memoize';
import type { Engine } from '../plan/plan';

/** Whether a scenario counts on slots that its servers do not have. */
export function exceedsSlots({ value: parallel }: Figure, engine: Engine): boolean {
  return parallel > 1 && isSingleSlot(engine);
}

/** Undefined where the engine has as many slots as it is told to. */
export function singleSlotFigure(engine: Engine): Figure | undefined {
  const { model } = engine;
  return model && isSingleSlot(engine) ? catalogFigure(1, 'slots/server', model.value) : undefined;
}

const isSingleSlot = memoize(
  ({ type, model }: Engine): boolean =>
    traitsOf(type?.value).hasSingleSlotModels &&
    model !== undefined &&
    isSingleSlotOnOllama(model.value),
);
