/** More nodes are advised only where they may bring down what is missed. */
import { expect, test } from 'vitest';
import { describeFinding } from '../../../src/messages/findings';
import { analyzePlan } from '../../../src/lint/analyzePlan';

const missesOf = (p95: string) =>
  analyzePlan(`version: 1
workload: { rate: 20/s }
targets: { tails: { p95: ${p95} } }
policy: { spare: 0, routing: random }
nodes: { l4: { price: 1 USD/h } }
engines:
  e: { node: l4, observations: [{ source: measured, parallel: 16, users: 1, latency: 1s }, { source: measured, parallel: 16, users: 16, latency: 2s }] }
scenarios:
  A: { engine: e, parallel: 16 }
`)
    .findings.filter(({ code }) => code === 'target.likely-missed')
    .map(describeFinding);

test('not for a modelled percentile that a request alone on its server exceeds already', () => {
  expect(missesOf('<1s')).toEqual([
    expect.stringMatching(/one request on an idle server already takes 3 s/),
  ]);
});

test('for one that only requests which wait exceed', () => {
  expect(missesOf('<4s')).toEqual([expect.stringContaining('Set `sizeFor: target`')]);
});
