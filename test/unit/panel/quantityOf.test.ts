import { expect, test } from 'vitest';
import { constantFigure, deriveFigure, statedFigure } from '../../../src/engine/figure/figures';
import { PERCENTILE_SHARES } from '../../../src/engine/plan/percentiles';
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

const second = constantFigure(1, 's');

test('a percentile of a time of tokens is named with its time', () => {
  const ttft = { value: 1, bound: 'exact', path: '/engines/e/observations/0/ttft/p95' } as const;
  const other = statedFigure(ttft, 's', ttft.path);
  expect(quantityOf(deriveFigure('latency.atLeast', 1, 's', { latency: other }))).toBe('ttft p95');
  const share = constantFigure(PERCENTILE_SHARES.p99, 'share');
  const inputs = { share, other, otherShare: constantFigure(PERCENTILE_SHARES.p95, 'share') };
  expect(quantityOf(deriveFigure('percentile.byOther', 1, 's', inputs))).toBe('ttft p99');
});

test('a time of waiting is waiting, and a percentile is the one of its share', () => {
  const waiting = deriveFigure('latency.waiting', 1, 's', { latency: second, service: second });
  expect(quantityOf(waiting)).toBe('waiting');
  const share = constantFigure(PERCENTILE_SHARES.p95, 'share');
  const inputs = { share, latency: second, serviceCv: constantFigure(1, 'factor') };
  expect(quantityOf(deriveFigure('percentile.modelled', 1, 's', inputs))).toBe('p95');
});

test('nothing is said of a figure that follows from no observation', () => {
  expect(quantityOf(deriveFigure('latency.atLeast', 1, 's', { latency: second }))).toBeUndefined();
  expect(quantityOf(constantFigure(1, 'nodes'))).toBeUndefined();
});
