import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { describeFinding } from '../../../src/messages/findings';

/** A fleet for so many users without think time, of servers with eight slots. */
function saidFor(users: number): string | undefined {
  const { findings } = analyzePlan(`version: 1
workload: { users: ${users} }
nodes: { n: {} }
engines:
  e: { type: vllm, node: n, observations: [{ source: measured, parallel: 8, users: 8, latency: 2s }] }
scenarios: { A: { engine: e, parallel: 8 } }
`);
  const found = findings.find(({ code }) => code === 'workload.no-think-time');
  return found && describeFinding(found);
}

test('think time that saves nodes is said with their number', () => {
  expect(saidFor(80)).toContain('you need far fewer nodes: `A` 2');
});

test('one node needs no fewer', () => {
  expect(saidFor(8)).toBeDefined();
  expect(saidFor(8)).not.toContain('fewer');
});
