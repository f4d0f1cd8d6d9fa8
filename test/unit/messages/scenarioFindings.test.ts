/** What findings say of scenarios and of targets follows from the figures, and helps. */
import { describe, expect, test } from 'vitest';
import { describeFinding } from '../../../src/messages/findings';
import type { RuleCode } from '../../../src/lint/finding';
import { analyzePlan } from '../../../src/lint/analyzePlan';

const plan = ({
  workload = 'users: 80, thinkTime: 0s',
  observation = 'source: measured, parallel: 8, users: 8, latency: 2s',
  scenarios = 'A: { engine: e, parallel: 8 }',
  target = 'latency: <3s',
} = {}): string => `version: 1
workload: { ${workload} }
targets: { fast: { ${target} } }
nodes: { l4: { price: 1 USD/h } }
engines: { e: { node: l4, observations: [{ ${observation} }] } }
scenarios:
  ${scenarios}
`;
const said = (text: string, code: RuleCode): readonly string[] =>
  analyzePlan(text)
    .findings.filter((finding) => finding.code === code)
    .map(describeFinding);

describe('no node to spare', () => {
  test('is not said of fixed nodes beyond what the scenario needs', () => {
    const enough = plan({ scenarios: 'A: { engine: e, parallel: 8, nodes: 11 }' });
    expect(said(enough, 'scenario.no-spare')).toEqual([]);
    const exact = plan({ scenarios: 'A: { engine: e, parallel: 8, nodes: 10 }' });
    expect(said(exact, 'scenario.no-spare')).toHaveLength(1);
  });
});

test('a dominated scenario is told in what the other is better', () => {
  const two = plan({
    workload: 'users: 80, thinkTime: 0s',
    observation:
      'source: measured, parallel: 8, users: 8, latency: 2s }, { source: measured, parallel: 16, users: 16, latency: 2s',
    scenarios: 'A: { engine: e, parallel: 8 }\n  B: { engine: e, parallel: 16 }',
  });
  expect(said(two, 'scenario.dominated')[0]).toMatch(/^`B` is cheaper and no slower than `A`: /);
});

describe('what may bring a latency down', () => {
  const slow = { workload: 'users: 100, thinkTime: 5s', target: 'latency: <1.1s' };
  const waits = 'source: guess, users: 1, latency: 1s }, { source: guess, users: 10, latency: 3s';

  test('is sizing for the target where the scenario is sized', () => {
    const [finding] = said(plan({ ...slow, observation: waits }), 'target.likely-missed');
    expect(finding).toMatch(/ of it is queueing\. /);
    expect(finding).toContain('Set `sizeFor: target`');
  });

  test('is more nodes where those are fixed', () => {
    const scenarios = 'A: { engine: e, parallel: 8, nodes: 6 }';
    const [finding] = said(
      plan({ ...slow, observation: waits, scenarios }),
      'target.likely-missed',
    );
    expect(finding).toContain('Raise `nodes` or lower `parallel`');
  });
});

describe('token lengths that nobody states', () => {
  test('need only be stated', () => {
    const lengths = ', promptTokens: 10, outputTokens: 10';
    const silentWorkload = plan({
      observation: `source: measured, parallel: 8, users: 8, latency: 2s${lengths}`,
    });
    expect(said(silentWorkload, 'target.unverified')[0]).toMatch(
      /State `promptTokens` and `outputTokens` of the workload too\.$/,
    );
    const silentObservation = plan({ workload: `users: 80, thinkTime: 0s${lengths}` });
    expect(said(silentObservation, 'target.unverified')[0]).toMatch(
      /State `promptTokens` and `outputTokens` of the benchmark too\.$/,
    );
  });
});

test('a cost is computed, not stated', () => {
  const text = plan({ target: 'budget: <9 EUR/h' });
  expect(said(text, 'target.unknown')[0]).toContain('cost $10/h, limit');
});
