import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { drawMissing } from '../../../src/panel/drawMissing';
import { drawPicture } from '../../../src/panel/drawPicture';

const PLAN = `version: 1
workload: { users: 10 }
nodes: { l4: { gpu: L4 } }
engines: { e: { node: l4, observations: [{ source: measured, parallel: 2, users: 2, latency: 1s }] } }
scenarios: { A: { engine: e, parallel: 2 } }
`;

test('a plan that is gone keeps its last picture, marked', () => {
  const last = drawPicture(analyzePlan(PLAN), undefined, 'a.capacity.yaml');
  const missing = drawMissing(last, 'a.capacity.yaml');
  expect(missing.outOfDate).toMatch(/^a\.capacity\.yaml is not there any more/);
  expect({ ...missing, outOfDate: undefined }).toEqual(last);
});

test('a plan that was never there says so', () => {
  const missing = drawMissing(undefined, 'b.capacity.yaml');
  expect(missing.nothing).toMatch(/^b\.capacity\.yaml is not there any more/);
  expect(missing.findings).toEqual([]);
});
