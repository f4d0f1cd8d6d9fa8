/** With as many nodes gone as may be, none is left: nobody is overloaded by arrivals. */
import { expect, test } from 'vitest';
import { describeFinding } from '../../../src/messages/findings';
import { inlayHints } from '../../../src/language/inlayHints';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { reportOf, sectionOf } from '../report/reportOf';
import { hover } from './support';

const PLAN = `version: 1
workload: { users: 4, thinkTime: 1s }
targets: { fast: { latency: <1s, p95: <2s } }
policy: { spare: 1 }
nodes: { l4: { price: 1 USD/h } }
engines: { e: { node: l4, observations: [{ source: measured, parallel: 8, users: 8, latency: 0.5s }] } }
scenarios:
  one: { engine: e, parallel: 8, nodes: 1 }
`;
const LEFT = 'no node left to serve';

test('every view says so, and none speaks of arrivals', () => {
  const analysis = analyzePlan(PLAN);
  const report = reportOf(PLAN);
  const card = hover(PLAN.replace('one:', '|one:')) ?? '';
  expect(card).toContain(`the scenario has ${LEFT}`);
  expect(sectionOf(report, 'Scenarios')).toContain(`**one** has ${LEFT}`);
  expect(sectionOf(report, 'By objective: fast')).toContain('no node is left to serve');
  expect(analysis.findings.map(describeFinding)).toContainEqual(
    `\`one\` has ${LEFT}: \`spare\` is 1 of 1 node. Raise \`nodes\` above \`spare\`.`,
  );
  expect(inlayHints(analysis, undefined)[0]?.text).toContain('✗ no node left');
  for (const text of [report, card]) expect(text).not.toMatch(/arrive|Overloaded/);
});
