import { expect, test } from 'vitest';
import { bindingObjective } from '../../../src/engine/binding';
import type { Objective } from '../../../src/engine/plan';
import { assessOne, closed, engine, observe, open, reading } from '../../support/plans';

function binding(objectives: readonly Objective[]) {
  const seen = observe(8, 2, { percentileSeconds: { p95: reading(3) }, ttftSeconds: reading(0.1) });
  const target = { name: 't', path: '/targets/t', objectives };
  const assessed = assessOne(
    { engine: engine([seen]), workload: closed(80), targets: [target] },
    { parallel: 8 },
  );
  const [verdict] = assessed.verdicts;
  return verdict && bindingObjective(verdict)?.objective.kind;
}

const time = (kind: 'latency' | 'p95' | 'ttft' | 'tpot', limitSeconds: number): Objective => ({
  kind,
  limitSeconds,
  strict: false,
  path: `/targets/t/${kind}`,
});

test('the objective that is nearest to its limit binds', () => {
  expect(binding([time('latency', 10), time('p95', 4), time('ttft', 1)])).toBe('p95');
  expect(binding([time('latency', 10), time('p95', 40), time('ttft', 0.05)])).toBe('ttft');
});

test('what is not known does not bind, and one alone needs no name', () => {
  expect(binding([time('latency', 10), time('tpot', 0.001)])).toBe('latency');
  expect(binding([time('latency', 2.1)])).toBeUndefined();
});

test('what is missed without end binds, whatever else costs too much', () => {
  const budget: Objective = {
    kind: 'budget',
    limitPerHour: 0.1,
    currency: 'USD',
    per: 'hour',
    strict: true,
    path: '/targets/t/budget',
  };
  const target = { name: 't', path: '/targets/t', objectives: [budget, time('latency', 1)] };
  const assessed = assessOne(
    { engine: engine([observe(8, 2)]), workload: open(1000), targets: [target] },
    { parallel: 8, nodes: 1 },
  );
  const [verdict] = assessed.verdicts;
  expect(verdict && bindingObjective(verdict)?.objective.kind).toBe('latency');
});
