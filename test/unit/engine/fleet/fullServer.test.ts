import { expect, test } from 'vitest';
import { capacityFrom, fullLatency } from '../../../../src/engine/fleet/fullServer';
import { constantFigure } from '../../../../src/engine/figure/figures';
import { analyzePlan } from '../../../../src/lint/analyzePlan';

const PLAN = `version: 1
workload: { users: 30 }
targets: { t: { latency: <5s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e: { node: n, observations: [{ source: measured, parallel: 8, users: 8, latency: 2s }] }
scenarios:
  A: { engine: e, parallel: 8 }
`;

test('a full server is as slow as it was observed', () => {
  const [scenario] = analyzePlan(PLAN).assessment?.scenarios ?? [];
  expect(scenario && fullLatency(scenario)?.value).toBeCloseTo(2, 9);
});

test('without a workload nothing is known of it', () => {
  const silent = PLAN.replace('workload: { users: 30 }\n', '');
  const [scenario] = analyzePlan(silent).assessment?.scenarios ?? [];
  expect(scenario?.spec.workload).toBeUndefined();
  expect(scenario && fullLatency(scenario)).toBeUndefined();
  expect(scenario).toBeDefined();
});

test('at most so slow is at least so many requests a second', () => {
  const load = constantFigure(8, 'requests/server');
  const latency = { ...constantFigure(2, 's'), bound: '<=' as const };
  expect(capacityFrom(load, latency)).toMatchObject({ value: 4, unit: 'requests/s', bound: '>=' });
});
