/** Loads that a plan asks to measure next. */
import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { plannedLoads } from '../../../src/measure/planned';

const MEASURED = [1, 8, 32]
  .map((users, index) => {
    const latency = [5.1, 5.7, 7.8][index] ?? 0;
    const throughput = users / latency;
    return `      - { source: measured, parallel: 32, users: ${users}, latency: ${latency}s, throughput: ${throughput.toFixed(4)}/s, ttft: ${80 + 8 * users}ms, promptTokens: 600, outputTokens: 250, requests: 400 }`;
  })
  .join('\n');

const planOf = (workload: string, observations = MEASURED): string => `version: 1
workload: { ${workload}, promptTokens: { mean: 600, cv: 1 }, outputTokens: { mean: 250, cv: 0.8 } }
targets: { fast: { ttft: { p95: <1s } } }
nodes: { n: { gpu: L40S, price: 1.90 USD/h } }
engines:
  vllm:
    type: vllm
    node: n
    observations:
${observations}
scenarios: { A: { engine: vllm, parallel: 32, sizeFor: target } }
`;

function loadsOf(text: string) {
  const { assessment } = analyzePlan(text);
  return assessment && plannedLoads(assessment, 'vllm');
}

test('a curve that is not known is measured with fixed users, an idle server first', () => {
  const [first] = MEASURED.split('\n');
  const loads = loadsOf(planOf('users: 400, thinkTime: 20s', first));
  expect(loads?.[0]).toEqual({ kind: 'users', users: 1, thinkTimeSeconds: 0 });
  expect(loads?.length).toBeGreaterThan(1);
  for (const load of loads ?? []) {
    expect(load.kind).toBe('users');
    if (load.kind === 'users') expect(Number.isInteger(load.users)).toBe(true);
  }
});

test('chance is measured with users who think, as those of the plan do', () => {
  const loads = loadsOf(planOf('users: 400, thinkTime: 20s'));
  expect(loads).toHaveLength(1);
  const [load] = loads ?? [];
  if (load?.kind !== 'users') throw new Error(JSON.stringify(loads));
  expect(load.thinkTimeSeconds).toBe(20);
  expect(load.users).toBeGreaterThan(20);
});

test('chance is measured with arrivals at random where the plan has them', () => {
  const loads = loadsOf(planOf('rate: 16/s'));
  expect(loads?.map(({ kind }) => kind)).toEqual(['rate']);
});

test('nothing is asked of an engine that the plan does not ask about', () => {
  const { assessment } = analyzePlan(planOf('rate: 16/s'));
  expect(assessment && plannedLoads(assessment, 'other')).toBeUndefined();
});
