import { expect, test } from 'vitest';
import type { VerdictReason } from '../../../src/engine/figure/reasons';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { describeReason } from '../../../src/messages/verdictReasons';

const PLAN = `version: 1
workload: { users: 30 }
targets: { t: { latency: <5s, budget: <500 USD/month } }
nodes: { n: { price: 1 USD/h } }
engines:
  e: { node: n, observations: [{ source: guess, parallel: 8, users: 8, latency: 2s }] }
scenarios:
  A: { engine: e, parallel: 8 }
`;

function reasonText(kind: string, reason: VerdictReason, change: object): string {
  const [scenario] = analyzePlan(PLAN).assessment?.scenarios ?? [];
  const verdicts = scenario?.verdicts.flatMap(({ objectives }) => objectives);
  const verdict = verdicts?.find(({ objective }) => objective.kind === kind);
  if (!verdict) throw new Error(`no verdict on ${kind}`);
  return describeReason(reason, { ...verdict, ...change });
}

test('an overload is likely if there is another reason', () => {
  expect(reasonText('latency', 'overloaded', { reasons: ['overloaded'] })).not.toContain('likely');
  const reasons = ['overloaded', 'not-measured'];
  expect(reasonText('latency', 'overloaded', { reasons })).toContain('likely');
  expect(reasonText('latency', 'not-measured', { reasons })).toContain('the nodes’ capacity');
  expect(reasonText('latency', 'extrapolated', { reasons })).toContain('the nodes’ capacity');
});

test('a figure that was not measured says what it follows from', () => {
  expect(reasonText('latency', 'not-measured', { reasons: [] })).toContain('a guess');
  const none = { reasons: [], figure: undefined };
  expect(reasonText('latency', 'not-measured', none)).toBe('not measured');
});

test('a cost is certain once its nodes are stated', () => {
  const alone = { reasons: ['balance-only'] };
  const stated = 'state `nodes` to make the cost certain';
  expect(reasonText('budget', 'balance-only', alone)).toContain(stated);
  const more = { reasons: ['balance-only', 'not-measured'] };
  expect(reasonText('budget', 'balance-only', more)).not.toContain(stated);
  expect(reasonText('latency', 'balance-only', alone)).not.toContain(stated);
});
