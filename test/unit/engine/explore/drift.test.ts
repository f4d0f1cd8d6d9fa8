import { describe, expect, test } from 'vitest';
import { assess } from '../../../../src/engine/assess/assess';
import { driftsOf, isBeyond } from '../../../../src/engine/explore/drift';
import { readPlan } from '../../../../src/plan/readPlan';

const BENCHMARKS = `
      - { source: measured, users: 1, latency: 2s }
      - { source: measured, users: 4, latency: 2.4s }
      - { source: measured, users: 8, latency: 2.9s }`;

function drifts(production: string, benchmarks = BENCHMARKS) {
  const { plan, problems } = readPlan(`version: 1
workload: { rate: 2/s }
targets: { t: { latency: 20s } }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    node: n
    observations:${benchmarks}
      - ${production}
scenarios: { A: { engine: e, parallel: 16 } }
`);
  expect(problems).toEqual([]);
  const assessment = assess(plan);
  return assessment.engines.flatMap((engine) => driftsOf(plan, engine));
}

const production = (latency: string, requests: number, more = ''): string =>
  `{ source: measured, production: true, rate: 3/s, throughput: 3/s, latency: ${latency}, requests: ${requests}${more} }`;

describe('drift', () => {
  test('is a production latency beyond the band, slower or faster', () => {
    const [slower] = drifts(production('5s', 5000));
    expect(slower?.share).toBeGreaterThan(0.3);
    expect(slower?.others).toHaveLength(3);
    const [faster] = drifts(production('1.5s', 5000));
    expect(faster?.share).toBeLessThan(-0.3);
  });

  test('is none within the band, nor within the noise of few requests', () => {
    expect(drifts(production('3.1s', 5000))).toEqual([]);
    expect(drifts(production('4.4s', 5000))).toHaveLength(1);
    expect(drifts(production('4.4s', 10))).toEqual([]);
  });

  test('is none where nothing else was observed, or lengths are unstated on one side', () => {
    expect(drifts(production('9s', 5000), '')).toEqual([]);
    expect(drifts(production('9s', 5000, ', promptTokens: 500, outputTokens: 200'))).toEqual([]);
  });

  test('is of observations that say so only', () => {
    expect(drifts(production('5s', 5000).replace('production: true, ', ''))).toEqual([]);
    expect(drifts(production('5s', 5000).replace('true', 'false'))).toEqual([]);
  });

  test('shares the load among the servers that had it', () => {
    const eight = production('2.9s', 5000, ', servers: 8').replaceAll('3/s', '24/s');
    expect(drifts(eight)).toEqual([]);
    expect(drifts(eight.replace('servers: 8', 'servers: 16'))).toEqual([]);
    expect(drifts(eight.replace('servers: 8', 'servers: 80'))).toHaveLength(1);
  });

  test('of a bound is in one direction only', () => {
    const [{ predicted } = { predicted: undefined }] = drifts(production('5s', 5000));
    const latency = predicted && { ...predicted, value: 2, bound: '<' as const };
    expect(isBeyond({ latency, band: undefined }, 4, 5000)).toBe(true);
    expect(isBeyond({ latency, band: undefined }, 0.5, 5000)).toBe(false);
  });
});
