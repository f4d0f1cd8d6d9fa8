import { expect, test } from 'vitest';
import { limitingTime, limitingTimeOn } from '../../../../src/engine/assess/limitingTime';
import { assessText } from '../../../support/charts';

const assessmentOf = (targets: string, scenarios = 'A: { engine: e, parallel: 64, nodes: 2 }') =>
  assessText(`version: 1
workload: { users: 40, thinkTime: 0s, promptTokens: 1000, outputTokens: 200 }
targets: { ${targets} }
engines:
  e:
    type: vllm
    observations:
      - { source: measured, parallel: 64, users: 1, latency: 3s, p95: 3.3s, ttft: 120ms, promptTokens: 1000, outputTokens: 200 }
      - { source: measured, parallel: 64, users: 32, latency: 6s, p95: 7s, ttft: 400ms, promptTokens: 1000, outputTokens: 200 }
scenarios: { ${scenarios} }
`);

test.each([
  ['the only one', 't: { p95: <9s }', 'p95'],
  ['of tokens alone', 't: { ttft: <1s }', 'ttft'],
  ['nearest to its limit', 't: { latency: <90s, ttft: <1s }', 'ttft'],
  ['furthest beyond its limit', 't: { latency: <1s, ttft: <300ms }', 'latency'],
  ['none is limited', 't: { budget: <9 USD/h }', 'latency'],
  ['none has a figure', 't: { tpot.p99: <1ms }', 'latency'],
])('the time that limits: %s', (_, targets, time) => {
  expect(limitingTime(assessmentOf(targets))).toBe(time);
});

test('most scenarios decide, each by its own target', () => {
  const targets = 'chat: { ttft: <1s }, batch: { latency: <60s }';
  const scenarios = (own: readonly string[]): string =>
    own.map((target, i) => `S${i}: { engine: e, parallel: 64, target: ${target} }`).join(', ');
  const timeOf = (...own: readonly string[]) => limitingTime(assessmentOf(targets, scenarios(own)));
  expect(timeOf('batch', 'chat', 'chat')).toBe('ttft');
  expect(timeOf('chat', 'batch', 'batch')).toBe('latency');
  expect(timeOf('batch', 'chat')).toBe('latency');
});

test('without a verdict there is none', () => {
  expect(limitingTimeOn(undefined)).toBeUndefined();
});
