import { describe, expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { ruleAnchor, RULE_CATALOG } from '../../../src/lint/ruleCatalog';
import { SECTIONS, SHARED_PLAN, SILENCED } from '../../support/rulesPage';

const codesOf = (text: string): string[] =>
  analyzePlan(text, { asOf: '2026-06-30' }).findings.map(({ code }) => code);

describe('docs/rules.md', () => {
  test('has a section for every rule, and for nothing else', () => {
    expect(SECTIONS.map(({ code }) => code).sort()).toEqual([...RULE_CATALOG.keys()].sort());
  });

  test.for(SECTIONS)('$code: severity and title are those of the rule', (section) => {
    const rule = RULE_CATALOG.get(section.code);
    expect([section.severity, section.title]).toEqual([rule?.defaultSeverity, rule?.title]);
    expect(rule?.url.endsWith(`/docs/rules.md#${ruleAnchor(section.code)}`)).toBe(true);
  });

  test.for(SECTIONS)('$code: an example triggers it', ({ code, examples }) => {
    for (const example of examples) expect(codesOf(example)).toContain(code);
  });

  test('the plan that examples share has no findings', () => {
    expect(codesOf(SHARED_PLAN)).toEqual([]);
  });

  test('the comments silence what they name', () => {
    const told = `${SHARED_PLAN.slice(0, SHARED_PLAN.indexOf('scenarios:'))}${SILENCED}`
      .replace('policy: { spare: 0 }\n', '')
      .replace('{ amount: 1.50 USD/h, date: 2026-01-31 }', '1.50 USD/h')
      .replace('latency: 0.8s', 'latency: 2s');
    expect(codesOf(told.replace(/^ *# .*\n/gm, '')).sort()).toEqual([
      'price.undated',
      'scenario.no-spare',
      'target.latency-missed',
    ]);
    expect(codesOf(told)).toEqual([]);
  });
});
