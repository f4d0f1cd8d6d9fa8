import { expect, test } from 'vitest';
import { hadEnoughRequests } from '../../../../src/engine/observation/enoughRequests';
import type { TimeObjective } from '../../../../src/engine/plan/plan';
import { observe, stated } from '../../../support/plans';

test.each<[TimeObjective, number]>([
  ['latency', 30],
  ['ttft', 30],
  ['tpot', 30],
  ['p50', 30],
  ['p90', 100],
  ['p95', 200],
  ['p99', 1000],
])('%s takes %d requests', (quantity, enough) => {
  const had = (count: number) =>
    hadEnoughRequests(observe(8, 1, { requests: stated(count) }), quantity);
  expect([had(enough - 1), had(enough)]).toEqual([false, true]);
});

test('who does not say how many there were had enough', () => {
  expect(hadEnoughRequests(observe(8, 1), 'p99')).toBe(true);
});
