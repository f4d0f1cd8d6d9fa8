/** Defines `nodes.<name>`, and a price as a map. */
import * as limits from './limitsOfFields';
import { price } from './priceScalar';
import { bandwidth, count, date, duration, prose, size, word } from './scalars';
import type { Fields } from './shape';

export const PRICE_MAP = {
  amount: {
    alsoCalled: ['value', 'price', 'cost', 'rate', 'perhour', 'hourly'],
    shape: price('about', limits.PRICE),
    required: true,
    meaning: 'The price itself, per hour, day, month or year.',
  },
  source: { shape: prose('AWS price list, eu-central-1'), meaning: 'Source of the price.' },
  date: { shape: date(), meaning: 'The day of the look-up.' },
} as const satisfies Fields;

export const NODE = {
  gpu: {
    shape: word('L4', 'A100-80GB', 'H100'),
    meaning: 'The GPU’s name. For a known one, memory, bandwidth and speed come from the catalog.',
  },
  gpus: {
    shape: count('a number of GPUs', 'none', limits.GPUS, ['1', '8'], ['gpus', 'gpu']),
    default: '1',
    meaning: 'GPUs of one node.',
  },
  memory: {
    shape: size(limits.MEMORY, ['24 GB', '80 GiB']),
    meaning: 'GPU memory of one node, over all its GPUs.',
  },
  bandwidth: {
    shape: bandwidth(limits.BANDWIDTH, ['300 GB/s', '3.35 TB/s']),
    meaning:
      'Memory bandwidth of one node, over all its GPUs. It bounds how fast tokens can be generated.',
  },
  startup: {
    shape: duration('about', limits.STARTUP, ['5 min', '90s', '0']),
    default: '5 min',
    meaning:
      'Time from asking for a node until it serves: the machine, the image, the weights. The default is an assumption; measure yours. Fleets that follow a `profile` request nodes this far ahead.',
  },
  price: {
    shape: {
      kind: 'either',
      scalar: price('about', limits.PRICE),
      map: { kind: 'map', noun: 'a price', fields: PRICE_MAP },
    },
    meaning:
      'Cost of one node per hour, day (24 h), month (730 h) or year (8,760 h). A scalar, or a map with `amount`, `source` and `date`. Without it the plan has no costs.',
  },
} as const satisfies Fields;
