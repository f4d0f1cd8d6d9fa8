import { expect, test } from 'vitest';
import { isFarTail, isMedian, isTail, TAILS } from '../../../../src/engine/plan/percentiles';
import { PERCENTILES } from '../../../../src/engine/plan/plan';

test('percentiles by what is said of them', () => {
  expect(PERCENTILES.filter(isMedian)).toEqual(['p50']);
  expect(PERCENTILES.filter(isTail)).toEqual(['p90', 'p95', 'p99']);
  expect(PERCENTILES.filter(isFarTail)).toEqual(['p99']);
  expect(TAILS).toEqual(['p99', 'p95', 'p90']);
});
