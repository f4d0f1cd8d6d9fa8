/** An observation is of one server, unless it names nodes or servers. */
import { expect, test } from 'vitest';
import { analyzePlan } from '../../../../src/lint/analyzePlan';

function observed(observation: string, servers = 4) {
  const { assessment, findings } = analyzePlan(`version: 1
workload: { users: 40, thinkTime: 0s }
nodes: { n: { gpus: 8 } }
engines:
  e:
    node: n
    servers: ${servers}
    observations: [{ source: measured, parallel: 8, users: 32, latency: 2s, ${observation} }]
scenarios: { A: { engine: e, parallel: 8 } }
`);
  const [assessed] = assessment?.engines[0]?.observations ?? [];
  return {
    load: assessed?.load?.value,
    slots: assessed?.slots?.value,
    isAsked: findings.some(({ code }) => code === 'observation.servers-unstated'),
  };
}

test.each([
  ['', 4, { load: 32, slots: 8, isAsked: true }],
  ['nodes: 1', 4, { load: 8, slots: 32, isAsked: false }],
  ['nodes: 2', 4, { load: 4, slots: 64, isAsked: false }],
  ['servers: 1', 4, { load: 32, slots: 8, isAsked: false }],
  ['servers: 2', 4, { load: 16, slots: 16, isAsked: false }],
  ['servers: 2, nodes: 2', 4, { load: 16, slots: 16, isAsked: false }],
  ['', 1, { load: 32, slots: 8, isAsked: false }],
  ['nodes: 2', 1, { load: 16, slots: 16, isAsked: false }],
] as const)('%s on nodes of %i servers', (observation, servers, expected) => {
  expect(observed(observation, servers)).toEqual(expected);
});
