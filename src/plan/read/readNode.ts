/** Reads node types and their prices. */
import type { NodeType, Price } from '../../engine/plan/plan';
import { NODE, PRICE_MAP } from '../fields/tables';
import type { PriceAmount } from '../fields/priceScalar';
import type { ProblemLog } from './problemLog';
import { readMap, readScalar, type Located } from './readMap';
import type { Named } from './readNames';
import type { ReadContext } from './readContext';
import { toValue, toQuantity, quantityOrDefault } from './toStated';

export function readNode({ name, context }: Named, currency: string, log: ProblemLog): NodeType {
  const { values } = readMap(context, NODE, log);
  return {
    name,
    path: context.path,
    gpu: toValue(values.gpu),
    gpus: quantityOrDefault(values.gpus, NODE.gpus),
    memoryBytes: toQuantity(values.memory),
    bandwidthBytesPerSecond: toQuantity(values.bandwidth),
    startupSeconds: quantityOrDefault(values.startup, NODE.startup),
    price: values.price === undefined ? undefined : readPrice(values.price, currency, log),
  };
}

function readPrice(context: ReadContext, currency: string, log: ProblemLog): Price | undefined {
  if (context.node.kind !== 'map') {
    const amount = readScalar(context, NODE.price.shape.scalar, 'price', log);
    return amount === undefined ? undefined : toPrice(amount, currency);
  }
  const { amount, source, date } = readMap(context, PRICE_MAP, log).values;
  return amount === undefined
    ? undefined
    : { ...toPrice(amount, currency), source: toValue(source), date: toValue(date) };
}

function toPrice({ value, path, range }: Located<PriceAmount>, currency: string): Price {
  return {
    amount: toQuantity({ value, path, range }),
    per: value.per,
    currency: value.currency ?? currency,
    source: undefined,
    date: undefined,
  };
}
