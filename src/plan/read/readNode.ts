/** Node types and their prices. */
import type { NodeType, Price } from '../../engine/plan';
import { NODE, PRICE_MAP } from '../fields/tables';
import type { PriceAmount } from '../fields/priceScalar';
import type { ProblemLog } from './problemLog';
import { readMap, readScalar, type Said } from './readMap';
import type { Named } from './readNames';
import type { Slot } from './slot';
import { chosen, stated, statedOr } from './stated';

export function readNode({ name, slot }: Named, currency: string, log: ProblemLog): NodeType {
  const { values } = readMap(slot, NODE, log);
  return {
    name,
    path: slot.path,
    gpu: chosen(values.gpu),
    gpus: statedOr(values.gpus, NODE.gpus),
    memoryBytes: stated(values.memory),
    bandwidthBytesPerSecond: stated(values.bandwidth),
    startupSeconds: statedOr(values.startup, NODE.startup),
    price: values.price === undefined ? undefined : readPrice(values.price, currency, log),
  };
}

function readPrice(slot: Slot, currency: string, log: ProblemLog): Price | undefined {
  if (slot.node.kind !== 'map') {
    const amount = readScalar(slot, NODE.price.shape.scalar, 'price', log);
    return amount === undefined ? undefined : toPrice(amount, currency);
  }
  const { amount, source, date } = readMap(slot, PRICE_MAP, log).values;
  return amount === undefined
    ? undefined
    : { ...toPrice(amount, currency), source: chosen(source), date: chosen(date) };
}

function toPrice({ value, path, range }: Said<PriceAmount>, currency: string): Price {
  return {
    amount: stated({ value, path, range }),
    per: value.per,
    currency: value.currency ?? currency,
    source: undefined,
    date: undefined,
  };
}
