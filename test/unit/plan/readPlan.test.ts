import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../src/plan/readPlan';
import { around } from '../../support/markedPlan';

const example = readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8');

describe('the first example', () => {
  const { plan, problems, assessable } = readPlan(example);

  it('has no problem', () => {
    expect(problems).toEqual([]);
    expect(assessable).toBe(true);
  });

  it('is a closed workload of 1000 users without think time', () => {
    expect(plan.workload).toEqual({
      kind: 'closed',
      users: { value: 1000, path: '/workload/users' },
      thinkTimeSeconds: { value: 0, path: undefined },
      promptTokens: undefined,
      outputTokens: undefined,
      serviceCv: { value: 1, path: undefined },
    });
  });

  it('has strict targets in the order of the file', () => {
    expect(plan.targets.map(({ name }) => name)).toEqual(['strict', 'relaxed']);
    expect(plan.targets[0]?.objectives).toEqual([
      { kind: 'latency', path: '/targets/strict/latency', strict: true, limitSeconds: 1 },
    ]);
  });

  it('has observations as they are known', () => {
    const [ollama, vllm] = plan.engines;
    expect(ollama?.observations.map(({ source }) => source.value)).toEqual([
      'measured',
      'estimate',
      'guess',
    ]);
    expect(ollama?.observations[0]).toMatchObject({
      name: '50-user benchmark',
      nodes: { value: 10 },
      throughputPerSecond: { value: 18, bound: 'exact' },
      latencySeconds: { value: 2.7, path: '/engines/ollama/observations/0/latency' },
    });
    expect(vllm?.observations[0]).toMatchObject({
      latencySeconds: { value: 1, bound: '<' },
      note: 'typical for vLLM on an L4',
    });
    expect(ollama?.node?.price).toMatchObject({
      amount: { value: 1.5 },
      per: 'hour',
      currency: 'USD',
    });
  });

  it('has scenarios held to the first target', () => {
    expect(plan.scenarios.map(({ name, parallel }) => [name, parallel.value])).toEqual([
      ['A', 2],
      ['B', 8],
      ['C', 4],
      ['V', 50],
    ]);
    expect(plan.scenarios[0]).toMatchObject({
      title: 'Conservative, fast',
      target: { name: 'strict' },
      targetPath: undefined,
      enginePath: '/scenarios/A/engine',
    });
  });
});

describe('overrides of a scenario', () => {
  const first = (
    scenario: string,
    workload = '{ users: 1000, thinkTime: 10s, outputTokens: 100 }',
  ) => readPlan(around({ scenario, workload })).plan.scenarios[0];

  it('count field by field', () => {
    expect(
      first('{ engine: e, parallel: 8, workload: { users: 5 }, policy: { spare: 1 } }'),
    ).toMatchObject({
      workload: {
        users: { value: 5, path: '/scenarios/A/workload/users' },
        thinkTimeSeconds: { value: 10, path: '/workload/thinkTime' },
        outputTokens: { path: '/workload/outputTokens' },
      },
      policy: {
        spare: { value: 1, path: '/scenarios/A/policy/spare' },
        headroom: { path: undefined },
      },
    });
  });

  it('replace users by a rate', () => {
    expect(first('{ engine: e, parallel: 8, workload: { rate: 5/s } }')?.workload).toMatchObject({
      kind: 'open',
      ratePerSecond: { value: 5 },
      peakFactor: { value: 1, path: undefined },
      outputTokens: { value: 100 },
    });
  });

  it('may be the only ones to state a load', () => {
    const { plan, problems } = readPlan(
      around({
        workload: '{ outputTokens: 5 }',
        scenario: '{ engine: e, parallel: 8, workload: { users: 5 } }',
      }),
    );
    expect(problems).toEqual([]);
    expect(plan.workload).toBeUndefined();
    expect(plan.scenarios[0]?.workload).toMatchObject({ kind: 'closed', users: { value: 5 } });
  });
});

describe('what is not usable', () => {
  it('is left out, and only that', () => {
    const { plan } = readPlan(
      around({
        scenario: '{ engine: e }\n  B: { engine: e, parallel: 8, nodes: -1 }\n  C:',
        targets: '{ latency: fast }\n  u: { latency: 1s }',
        observation: '{ latency: 1s, users: 5 }\n      - { source: measured }\n      -',
      }),
    );
    expect(plan.scenarios.map(({ name, nodes }) => [name, nodes])).toEqual([['B', undefined]]);
    expect(plan.targets.map(({ name }) => name)).toEqual(['u']);
    expect(plan.engines[0]?.observations.map(({ source }) => source)).toEqual([
      { value: 'guess', path: undefined },
    ]);
  });

  it('keeps an engine without a node', () => {
    const { plan, problems } = readPlan(around({}).replace('node: n', 'node: m'));
    expect(problems).toMatchObject([
      {
        code: 'plan.unknown-reference',
        args: { name: 'm', kind: 'node', suggestion: undefined, known: ['n'] },
      },
    ]);
    expect(plan.engines[0]).toMatchObject({ node: undefined, nodePath: '/engines/e/node' });
  });
});

describe('approximate values', () => {
  it('say so', () => {
    const { plan } = readPlan(
      around({ workload: '{ users: ~1000 }', node: '{ price: ~1.50/h }', top: 'currency: EUR' }),
    );
    expect(plan.workload).toMatchObject({ users: { value: 1000, approximate: true } });
    expect(plan.nodes[0]?.price).toMatchObject({ amount: { approximate: true }, currency: 'EUR' });
  });
});

describe('a budget', () => {
  it('is per hour, and remembers its period', () => {
    const { plan } = readPlan(around({ targets: '{ budget: <7300 EUR/month }' }));
    expect(plan.targets[0]?.objectives).toEqual([
      {
        kind: 'budget',
        path: '/targets/t/budget',
        strict: true,
        limitPerHour: 10,
        currency: 'EUR',
        per: 'month',
      },
    ]);
  });
});
