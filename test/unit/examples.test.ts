import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyzePlan } from '../../src/lint/analyzePlan';

const examples = readdirSync('examples').filter((name) => name.endsWith('.capacity.yaml'));

describe.each(examples)('examples/%s', (name) => {
  const { assessment, findings } = analyzePlan(readFileSync(`examples/${name}`, 'utf8'));

  test('is read without a problem', () => {
    expect(findings.filter(({ code }) => code.startsWith('plan.'))).toEqual([]);
  });

  test('has nodes and costs for every scenario', () => {
    expect(assessment?.scenarios.length).toBeGreaterThan(0);
    for (const { nodes, cost } of assessment?.scenarios ?? []) {
      expect(nodes).toBeDefined();
      expect(cost).toBeDefined();
    }
  });
});
