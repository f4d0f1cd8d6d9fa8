import { expect, test } from 'vitest';
import { describeUnderstood } from '../../../src/language/understood';
import { requestRate, thinkTime, timeLimit } from '../../../src/plan/fields/commonShapes';
import { growth } from '../../../src/plan/fields/growthScalar';
import { horizon } from '../../../src/plan/fields/horizonScalar';
import * as limits from '../../../src/plan/fields/limitsOfFields';
import { price } from '../../../src/plan/fields/priceScalar';
import { bandwidth, share, size, word } from '../../../src/plan/fields/scalars';
import type { Limits } from '../../../src/plan/quantities/limits';

const anySize: Limits = { above: 0, words: 'above 0' };
const memory = size(anySize, ['80GB']);
const speed = bandwidth(anySize, ['3.35 TB/s']);
const part = share('none', anySize, ['85%']);

test.each([
  ['a short time', timeLimit(), '<250ms', 'below 250 ms'],
  ['a long time, also in seconds', thinkTime, '~10 min', 'about 10 min (600 s)'],
  ['a rate', requestRate, '18/s', '18/s (1,080/min, 1,555,200/day)'],
  ['a size', memory, '80GB', '80 GB (74.5 GiB)'],
  ['a bandwidth', speed, '3.35 TB/s', '3,350 GB/s'],
  ['a growth, compounded', growth(), '100%/year', '5.95% a month (100% a year)'],
  ['a horizon', horizon(), '2 years', '24 months'],
  ['a share', part, '0.85', '85%'],
  [
    'a price in the currency of the plan',
    price('none', limits.PRICE),
    '73/month',
    '$0.10/h ($73/month)',
  ],
  [
    'a price in its own currency',
    price('limit', limits.PRICE),
    '<€2/h',
    'below €2/h (€1,460/month)',
  ],
])('%s', (_, shape, text, expected) => {
  expect(describeUnderstood(shape, text, 'USD')).toBe(expected);
});

test('nothing of a text that cannot be read, or is no amount', () => {
  expect(describeUnderstood(thinkTime, 'soon', 'USD')).toBeUndefined();
  expect(describeUnderstood(word('vllm'), 'vllm', 'USD')).toBeUndefined();
});
