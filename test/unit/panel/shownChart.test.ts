import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { shownChart } from '../../../src/panel/shownChart';

const EXAMPLE = readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8');
const analysis = analyzePlan(EXAMPLE);
const LINEAR = { x: 'linear', y: 'linear' } as const;
const MORE_USERS = [{ path: '/workload/users', value: 2000 }];

test('an axis is a logarithm once people switch it', () => {
  const chart = shownChart(analysis, 'trade-off', { x: 'linear', y: 'log' }, []);
  expect([chart?.x.scale, chart?.y.scale]).toEqual(['linear', 'log']);
});

test('what is tried is laid over the chart', () => {
  const plain = shownChart(analysis, 'trade-off', LINEAR, []);
  const tried = shownChart(analysis, 'trade-off', LINEAR, MORE_USERS);
  expect(plain?.id).toBe('trade-off');
  expect(tried?.id).toBe('trade-off');
  expect(tried?.series).not.toEqual(plain?.series);
});

test('a text that is no plan has no chart', () => {
  expect(shownChart(analyzePlan('a: ['), 'trade-off', LINEAR, [])).toBeUndefined();
});
