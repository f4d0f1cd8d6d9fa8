import { describe, expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import type { RuleLevel } from '../../../src/lint/finding';

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
  test('come in the order of the text', () => {
    expect(found(MISS)).toEqual([
      'hint price.undated',
      'hint scenario.no-spare',
      'error target.latency-missed',
    ]);
  });

  test('at the same place the gravest comes first', () => {
    const text = MISS.replace('parallel: 8 }\n', 'parallel: 12 }\n');
    expect(found(text).slice(-2)).toEqual([
      'error target.latency-missed',
      'information scenario.extrapolated',
    ]);
  });

  test('take the levels that the user set, and off drops them', () => {
    const levels = { 'price.*': 'error', 'scenario.no-spare': 'off' } as const;
    expect(found(MISS, levels)).toEqual(['error price.undated', 'error target.latency-missed']);
  });

  test('say the path that they are about', () => {
    expect(analyzePlan(MISS).findings.map(({ path }) => path)).toEqual([
      '/nodes/l4/price',
      '/scenarios',
      '/scenarios/A/parallel',
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
