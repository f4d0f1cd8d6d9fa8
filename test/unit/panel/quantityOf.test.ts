import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { quantityOf } from '../../../src/panel/quantityOf';

const PLAN = `version: 1
workload: { users: 96, outputTokens: 101 }
targets: { t: { ttft: <5s, tpot: <60ms } }
nodes: { n: { price: 1 USD/h } }
engines:
  both:
    node: n
    observations:
      - { source: measured, parallel: 32, users: 1, latency: 1s, ttft: 50ms }
      - { source: measured, parallel: 32, users: 32, latency: 4s, ttft: 150ms }
  answers: { node: n, observations: [{ source: measured, parallel: 24, users: 24, latency: 4s }] }
scenarios:
  A: { engine: both, parallel: 24 }
  B: { engine: answers, parallel: 24 }
`;

test('a time of tokens is one, though it follows from latencies', () => {
  const { assessment } = analyzePlan(PLAN);
  for (const { verdicts } of assessment?.scenarios ?? []) {
    const figures = verdicts.flatMap(({ objectives }) => objectives.map(({ figure }) => figure));
    expect(figures.map((figure) => figure && quantityOf(figure))).toEqual(['ttft', 'tpot']);
  }
});
