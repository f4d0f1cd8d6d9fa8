import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { tryChanges } from '../../../../src/panel/whatIf/tryChanges';
import { applyEdits } from '../../../../src/plan/edit/editPlan';

const EXAMPLE = readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8');
const analysis = analyzePlan(EXAMPLE);

function attempt(...changes: readonly (readonly [path: string, value: number])[]) {
  return tryChanges(
    analysis,
    changes.map(([path, value]) => ({ path, value })),
  );
}

describe('2000 users of the first example', () => {
  const { edits, outcome } = attempt(['/workload/users', 2000]);

  it('take 250 nodes by B, for $375/h', () => {
    expect(outcome.rows.find(({ scenario }) => scenario === 'B')).toEqual({
      scenario: 'B',
      nodes: { plan: '125', changed: '250', differs: true },
      cost: { plan: '$188/h', changed: '$375/h', differs: true },
      time: { plan: '2.7 s', changed: '2.7 s', differs: false },
      verdicts: [
        { plan: '✗ misses', changed: '✗ misses', differs: false },
        { plan: '✓? meets, unverified', changed: '✓? meets, unverified', differs: false },
      ],
    });
    expect(outcome.targets).toEqual(['strict', 'relaxed']);
  });

  it('are one edit of one number', () => {
    expect(applyEdits(EXAMPLE, edits)).toBe(EXAMPLE.replace('users: 1000 ', 'users: 2000 '));
  });

  it('are said, with what they do to the answers', () => {
    expect(outcome.changes).toEqual([{ kind: 'users', text: 'Users 1,000 → 2,000' }]);
    expect(outcome.answers[0]).toEqual({
      target: 'strict',
      plan: '✓? vllm · parallel 50 · 20 nodes · $30/h',
      changed: '✓? vllm · parallel 50 · 40 nodes · $60/h',
    });
    expect(outcome.problem).toBeUndefined();
  });
});

describe('changes', () => {
  it('of a budget are written as it stands there, and judged', () => {
    const text = EXAMPLE.replace('<3s }', '<3s, budget: "<$1,200/day" }');
    const budget = '/targets/relaxed/budget';
    const { edits, outcome } = tryChanges(analyzePlan(text), [{ path: budget, value: 9100 }]);
    expect(outcome.changes).toEqual([
      { kind: 'budget', text: 'Budget of relaxed <$1,200/day → <$9,100/day' },
    ]);
    expect(applyEdits(text, edits)).toBe(text.replace('$1,200/day', '$9,100/day'));
    const c = outcome.rows.find(({ scenario }) => scenario === 'C');
    expect(c?.verdicts[1]).toEqual({
      plan: '✗ misses',
      changed: '✓? meets, unverified',
      differs: true,
    });
  });

  it('of `auto` say that it is what goes', () => {
    const text = EXAMPLE.replace(
      'engine: ollama, parallel: 8 }',
      'engine: ollama, parallel: auto }',
    );
    const { outcome } = tryChanges(analyzePlan(text), [
      { path: '/scenarios/B/parallel', value: 6 },
    ]);
    expect(outcome.changes[0]?.text).toBe('Parallel of B auto (8) → 6');
  });

  it('are said by the charts that show them, and by no others', () => {
    const { outcome } = attempt(['/nodes/l4/price', 3]);
    expect(outcome.charts.map(({ id, tried }) => [id, tried])).toEqual([
      ['trade-off', ['Price of l4 1.50 USD/h → 3.00 USD/h']],
      ['latency', undefined],
    ]);
  });

  it('of several values at once are shown as they would be written', () => {
    const { edits, outcome } = attempt(
      ['/workload/thinkTime', 10],
      ['/targets/strict/latency', 1.5],
      ['/nodes/l4/price', 1.2],
      ['/scenarios/B/parallel', 16],
    );
    expect(outcome.changes.map(({ text }) => text)).toEqual([
      'Think time 0 s → 10 s',
      'Latency of strict <1s → <1.5s',
      'Price of l4 1.50 USD/h → 1.20 USD/h',
      'Parallel of B 8 → 16',
    ]);
    const applied = applyEdits(EXAMPLE, edits);
    expect(applied).toBe(
      EXAMPLE.replace('# concurrent users\n', '# concurrent users\n  thinkTime: 10 s\n')
        .replace('<1s }', '<1.5s }')
        .replace('1.50 USD', '1.20 USD')
        .replace('parallel: 8 }', 'parallel: 16 }'),
    );
    const anew = analyzePlan(applied).assessment?.scenarios.find((s) => s.spec.name === 'B');
    const b = outcome.rows.find(({ scenario }) => scenario === 'B');
    expect(b?.nodes.changed).toBe(String(anew?.nodes?.value));
  });

  it('back to what the plan has are none', () => {
    const { edits, outcome } = attempt(['/workload/users', 1000]);
    expect(edits).toEqual([]);
    expect(outcome.changes).toEqual([]);
    expect(outcome.rows.every(({ nodes }) => !nodes.differs)).toBe(true);
  });

  it('of the same value twice count by the last', () => {
    const { outcome } = attempt(['/workload/users', 3000], ['/workload/users', 2000]);
    expect(outcome.changes).toEqual([{ kind: 'users', text: 'Users 1,000 → 2,000' }]);
  });

  it('keep thousands in quotes where braces would cut them', () => {
    const text = EXAMPLE.replace(/workload:\n.*\n/, 'workload: { users: "1,000" }\n');
    const { edits } = tryChanges(analyzePlan(text), [{ path: '/workload/users', value: 2000 }]);
    expect(applyEdits(text, edits)).toBe(text.replace('"1,000"', '"2,000"'));
  });
});

describe('what cannot be tried is said', () => {
  it.each<readonly [string, number, RegExp]>([
    ['/workload/users', 0, /whole number from 1/],
    ['/workload/users', 1.5, /whole number/],
    ['/workload/users', Number.NaN, /not a number/],
    ['/workload/thinkTime', -1, /1 µs to 1 day/],
    ['/scenarios/B/parallel', 5000, /1 to 4096/],
    ['/targets/strict/latency', 0, /1 µs to 1 day/],
    ['/engines/ollama/type', 1, /no such value/],
    ['/workload', 1, /no such value/],
  ])('%s at %d', (path, value, problem) => {
    const { edits, outcome } = attempt([path, value]);
    expect(edits).toEqual([]);
    expect(outcome.problem).toMatch(problem);
    expect(outcome.rows).toEqual([]);
  });

  it('while the plan is broken', () => {
    const { outcome } = tryChanges(analyzePlan('a: {'), [{ path: '/workload/users', value: 2 }]);
    expect(outcome.problem).toMatch(/cannot be read/);
  });
});
