import { expect, test } from 'vitest';
import { bindingObjective } from '../../../../src/engine/verdict/binding';
import type { Objective } from '../../../../src/engine/plan/plan';
import { assessOne, closed, engine, observe, open, reading, stated } from '../../../support/plans';

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

const NONE_REJECTED: Objective = {
  kind: 'rejected',
  limitShare: 0.01,
  strict: true,
  path: '/targets/t/rejected',
};

test('the objective that is nearest to its limit binds', () => {
  expect(binding([time('latency', 10), time('p95', 4), time('ttft', 1)])).toBe('p95');
  expect(binding([time('latency', 10), time('p95', 40), time('ttft', 0.05)])).toBe('ttft');
});

test('one alone needs no name', () => {
  expect(binding([time('latency', 2.1)])).toBeUndefined();
});

test('none binds beside one that is not decided, which may be nearer to its limit', () => {
  expect(binding([time('latency', 10), time('tpot', 0.001)])).toBeUndefined();
  expect(binding([NONE_REJECTED, time('tpot', 0.001)])).toBeUndefined();
});

test('what is missed binds before what is not decided', () => {
  const queued = observe(8, 4, { users: stated(16), ttftSeconds: reading(2.5) });
  const objectives = [time('ttft', 1), time('latency', 1.9)];
  const target = { name: 't', path: '/targets/t', objectives };
  const assessed = assessOne(
    { engine: engine([queued]), workload: closed(80), targets: [target] },
    { parallel: 8 },
  );
  const [verdict] = assessed.verdicts;
  expect(verdict?.objectives.map(({ outcome }) => outcome)).toEqual(['unknown', 'misses']);
  expect(verdict && bindingObjective(verdict)?.objective.kind).toBe('latency');
});

test('what nothing is of is nowhere near its limit', () => {
  expect(binding([NONE_REJECTED, time('latency', 10)])).toBe('latency');
  expect(binding([NONE_REJECTED, NONE_REJECTED])).toBeUndefined();
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

test('none binds that keeps to its limit for those who are answered', () => {
  const target = {
    name: 't',
    path: '/targets/t',
    objectives: [time('latency', 9), time('p95', 9)],
  };
  const bindingOn = (objectives: readonly Objective[]) => {
    const assessed = assessOne(
      {
        engine: engine([observe(1, 0.5)], { maxQueue: stated(1) }),
        workload: open(10),
        policy: { routing: stated('random') },
        targets: [{ ...target, objectives }],
      },
      { parallel: 1, nodes: 8 },
    );
    const [verdict] = assessed.verdicts;
    expect(verdict?.outcome).toBe('misses');
    return verdict && bindingObjective(verdict)?.objective.kind;
  };
  expect(bindingOn(target.objectives)).toBeUndefined();
  expect(bindingOn([...target.objectives, time('ttft', 9), time('latency', 0.1)])).toBe('latency');
});
