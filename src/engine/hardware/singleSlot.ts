/** Servers that work on one request at a time, whatever `parallel` says, while all others wait. */
import { isSingleSlotOnOllama } from '../catalog/catalog';
import { traitsOf } from '../catalog/data/engineTypes';
import type { Figure } from '../figure/figure';
import { catalogFigure } from '../figure/figures';
import { memoize } from '../util/cache';
import type { Engine } from '../plan/plan';

/** Tells if a scenario plans slots that its servers do not have. */
export function exceedsSlots({ value: parallel }: Figure, engine: Engine): boolean {
  return parallel > 1 && isSingleSlot(engine);
}

/** The one slot of such an engine; undefined if the engine has as many slots as planned. */
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
