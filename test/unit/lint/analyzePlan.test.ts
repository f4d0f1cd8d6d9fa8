import { describe, expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import type { RuleLevel } from '../../../src/lint/finding';
import { describeFinding } from '../../../src/messages/findings';

const MISS = `version: 1
workload: { users: 1000, thinkTime: 0s }
targets: { fast: { latency: <1s } }
nodes: { l4: { gpu: L4, price: 1 USD/h } }
engines:
  e: { node: l4, observations: [{ source: measured, parallel: 8, users: 8, latency: 2s }] }
scenarios:
  A: { engine: e, parallel: 8 }
`;

const found = (text: string, levels: Record<string, RuleLevel> = {}): string[] =>
  analyzePlan(text, { levels }).findings.map(({ severity, code }) => `${severity} ${code}`);

describe('findings', () => {
  test('come worst first', () => {
    expect(found(MISS)).toEqual([
      'error target.latency-missed',
      'information scenario.no-spare',
      'hint price.undated',
    ]);
  });

  test('of the same severity come in the order of the text', () => {
    const levels = { 'target.*': 'hint', 'scenario.*': 'hint' } as const;
    expect(found(MISS, levels)).toEqual([
      'hint price.undated',
      'hint scenario.no-spare',
      'hint target.latency-missed',
    ]);
  });

  describe('of one cause at one place are one', () => {
    const SHARED = MISS.replace('parallel: 8 }\n', 'parallel: 12 }\n').replace(
      'latency: <1s',
      'latency: <1s, p95: <2s, p99: <50s',
    );
    const lead = (text: string, levels: Record<string, RuleLevel> = {}) =>
      analyzePlan(text, { levels }).findings.filter(({ path }) => path === '/scenarios/A/parallel');

    test('the worst leads, the others are in its words and related lines', () => {
      const [finding, ...others] = lead(SHARED);
      expect(others).toEqual([]);
      expect(finding?.code).toBe('target.latency-missed');
      expect(finding?.merged?.map(({ code }) => code)).toContain('scenario.extrapolated');
      expect(finding && describeFinding(finding)).toContain('you benchmarked `e` at 8 only');
      const lines = finding?.related.map(({ range }) => SHARED.slice(range.start, range.end));
      expect(lines).toContain('<1s');
    });

    test('one that is silenced or off leaves the others', () => {
      expect(lead(SHARED, { 'target.latency-missed': 'off' })[0]?.code).toBe('target.unknown');
    });

    test('a budget is another cause', () => {
      const text = MISS.replace('latency: <1s', 'latency: <1s, budget: <1 USD/h');
      expect(lead(text).map(({ code }) => code)).toEqual([
        'target.latency-missed',
        'target.budget-exceeded',
      ]);
    });
  });

  test('take the levels that the user set, and off drops them', () => {
    const levels = { 'price.*': 'error', 'scenario.no-spare': 'off' } as const;
    expect(found(MISS, levels)).toEqual(['error price.undated', 'error target.latency-missed']);
  });

  test('say the path that they are about', () => {
    expect(analyzePlan(MISS).findings.map(({ path }) => path)).toEqual([
      '/scenarios/A/parallel',
      '/scenarios',
      '/nodes/l4/price',
    ]);
  });
});

describe('a plan that cannot be assessed', () => {
  test('has its problems and nothing else', () => {
    const { assessment, findings } = analyzePlan(MISS.replace('version: 1', 'version: 2'));
    expect(assessment).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['plan.version']);
  });

  test('keeps its syntax errors, whatever a comment says', () => {
    expect(found(`# capacity-plan-disable\n${MISS}  B: { engine: e`)).toEqual([
      'error plan.syntax',
    ]);
  });

  test('can have them levelled by the settings', () => {
    expect(found(`${MISS}  B: { engine: e`, { 'plan.syntax': 'warning' })).toContain(
      'warning plan.syntax',
    );
  });
});

test('a plan that is silenced says nothing', () => {
  expect(found(`# capacity-plan-disable\n${MISS}`)).toEqual([]);
});
