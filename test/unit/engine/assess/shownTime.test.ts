import { expect, test } from 'vitest';
import { assess } from '../../../../src/engine/assess/assess';
import type { ScenarioAssessment } from '../../../../src/engine/assess/assessment';
import { bandOfTime, shownTime, timeOf } from '../../../../src/engine/assess/shownTime';
import type { Plan } from '../../../../src/engine/plan/plan';
import { readPlan } from '../../../../src/plan/readPlan';

const planOf = (targets: string): Plan => {
  const { plan } = readPlan(`version: 1
workload: { users: 40, thinkTime: 0s, promptTokens: 1000, outputTokens: 200 }
targets: { ${targets} }
engines:
  e:
    type: vllm
    observations:
      - { source: measured, parallel: 64, users: 1, latency: 3s, ttft: 120ms, promptTokens: 500, outputTokens: 200 }
      - { source: measured, parallel: 64, users: 32, latency: 6s, ttft: 400ms, promptTokens: 500, outputTokens: 200 }
scenarios: { A: { engine: e, parallel: 64, nodes: 2 } }
`);
  if (!plan) throw new Error('no plan');
  return plan;
};

test.each([
  ['none limits a time', 't: { throughput: ">1/s" }', 'latency'],
  ['all limit a time of tokens', 'a: { ttft: { p95: <1s } }, b: { tpot: <50ms }', 'ttft.p95'],
  ['one limits a latency too', 'a: { ttft: <1s, p95: <9s }', 'latency'],
])('the time to compare scenarios by, where %s', (_, targets, time) => {
  expect(shownTime(planOf(targets).targets)).toBe(time);
});

test('a time and its band are those of the verdict on it', () => {
  const plan = planOf('a: { ttft: <1s }');
  const [scenario] = assess(plan).scenarios as readonly [ScenarioAssessment];
  const [verdict] = scenario.verdicts[0]?.objectives ?? [];
  expect(timeOf(scenario, 'ttft')).toBe(verdict?.figure);
  expect(timeOf(scenario, 'latency')).toBe(scenario.latency);
  expect(timeOf(scenario, 'tpot')).toBeUndefined();

  const band = bandOfTime(scenario, 'ttft');
  expect(band).toBe(verdict?.band);
  expect(band?.low.value).toBeLessThan(verdict?.figure?.value ?? 0);
  expect(bandOfTime(scenario, 'latency')?.high.value).toBeGreaterThan(scenario.latency?.value ?? 9);
});
