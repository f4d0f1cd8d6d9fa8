import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import {
  answerMeasured,
  answerMeasurement,
  type Measurement,
} from '../../../src/measure/measurement';
import type { Run } from '../../../src/benchmark/run';

const PLAN = `version: 1
workload: { users: 40, promptTokens: { mean: 600, cv: 0.8 }, outputTokens: 100 }
targets: { fast: { latency: <1s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    model: small
    node: n
    observations:
      - { source: estimate, parallel: 8, users: 1, latency: 500ms, promptTokens: 600, outputTokens: 100 }
      - { source: estimate, parallel: 8, users: 8, latency: 2s, promptTokens: 600, outputTokens: 100 }
scenarios: { A: { engine: e, parallel: 8 } }
`;

function ready(text: string, ...[engine, changed = {}]: [string?, object?]): Measurement {
  const answer = answerMeasurement(analyzePlan(text), engine, changed);
  if (answer.kind !== 'ready') throw new Error(JSON.stringify(answer));
  return answer.measurement;
}

test('measures what the plan asks for next, with requests like those of its workload', () => {
  const { engine, model, loads, promptTokens, outputTokens } = ready(PLAN);
  expect({ engine, model, promptTokens, outputTokens }).toEqual({
    engine: 'e',
    model: 'small',
    promptTokens: { mean: 600, cv: 0.8 },
    outputTokens: { mean: 100, cv: 0 },
  });
  expect(loads?.length).toBeGreaterThan(0);
  expect(loads?.[0]).toEqual({ kind: 'users', users: 1, thinkTimeSeconds: 0 });
});

test('what a person changes wins, and more users take longer to answer as many requests', () => {
  const loads = (users: number) => [{ kind: 'users', users, thinkTimeSeconds: 0 }];
  const one = ready(PLAN, 'e', { loads: loads(1), outputTokens: { mean: 50, cv: 0 } });
  expect(one.loads).toEqual(loads(1));
  expect(one.outputTokens).toEqual({ mean: 50, cv: 0 });
  const known = ready(PLAN, 'e', { loads: loads(8) });
  // 100 requests and 8 to warm up, at 8 in 2 s
  expect(known.seconds).toBeGreaterThan(20);
  expect(known.seconds).toBeLessThan(60);
});

test('a plan without figures takes the whole time of each load', () => {
  const bare = 'version: 1\nnodes: { n: {} }\nengines: { e: { node: n } }\n';
  expect(ready(bare).loads).toBeUndefined();
  expect(ready(bare, 'e', { loads: [{ kind: 'rate', perSecond: 2 }] }).seconds).toBe(120);
});

test.each([
  ['', 'not valid YAML'],
  ['version: 1\nworkload: { users: 4 }\n', 'has no engine'],
])('%j: %s', (text, words) => {
  expect(JSON.stringify(answerMeasurement(analyzePlan(text), undefined, {}))).toContain(words);
});

test('several engines are a choice, and an engine that is gone a problem', () => {
  const two = PLAN.replace('engines:\n', 'engines:\n  other: { node: n }\n');
  expect(answerMeasurement(analyzePlan(two), undefined, {})).toEqual({
    kind: 'choose',
    engines: ['other', 'e'],
  });
  expect(answerMeasurement(analyzePlan(two), 'gone', {}).kind).toBe('failed');
});

const RUN: Run = {
  tool: 'capacity-plan measure',
  load: { kind: 'users', users: 8 },
  requests: 100,
  errors: 0,
  throughputPerSecond: 3.2,
  latency: { mean: 2.5 },
  ttft: {},
  tpot: {},
  promptTokens: { mean: 600 },
  outputTokens: { mean: 100 },
  remarks: [],
};

test('measured runs are compared with the plan before it knows them', () => {
  const { compared, imported } = answerMeasured(analyzePlan(PLAN), 'e', [RUN]);
  expect(compared).toEqual([
    {
      load: '8 users',
      times: [{ name: 'latency', measuredSeconds: 2.5, predicted: '2 s', off: '20% too low' }],
    },
  ]);
  expect(imported.kind === 'imported' && imported.text).toContain('users: 8');
});
