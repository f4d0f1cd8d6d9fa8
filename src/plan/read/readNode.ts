/** Node types and their prices. */
import type { NodeType, Price } from '../../engine/plan';
import { NODE, PRICE_MAP } from '../fields/tables';
import type { PriceAmount } from '../fields/priceScalar';
import { readMap, readScalar, type Said } from './readMap';
import type { Named } from './readNames';
import type { Problems, Slot } from './slot';
import { chosen, stated, statedOr } from './stated';

/** An assumption: a machine, an image of some GB and weights of some GB more. */
const DEFAULT_STARTUP_SECONDS = 300;

export function readNode({ name, slot }: Named, currency: string, problems: Problems): NodeType {
  const { values } = readMap(slot, NODE, problems);
  return {
    name,
    path: slot.path,
    gpu: chosen(values.gpu),
    gpus: statedOr(values.gpus, 1),
    memoryBytes: stated(values.memory),
    bandwidthBytesPerSecond: stated(values.bandwidth),
    startupSeconds: statedOr(values.startup, DEFAULT_STARTUP_SECONDS),
    price: values.price === undefined ? undefined : readPrice(values.price, currency, problems),
  };
}

function readPrice(slot: Slot, currency: string, problems: Problems): Price | undefined {
  if (slot.node.kind !== 'map') {
    const amount = readScalar(slot, NODE.price.shape.scalar, 'price', problems);
    return amount === undefined ? undefined : toPrice(amount, currency);
  }
  const { amount, source, date } = readMap(slot, PRICE_MAP, problems).values;
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
