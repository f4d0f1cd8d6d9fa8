import { describe, expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { ruleAnchor, RULE_CATALOG } from '../../../src/lint/ruleCatalog';
import { CLEAN_PLANS, SECTIONS } from '../../support/rulesPage';

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

  test.for(SECTIONS)('$code: each example triggers it', ({ code, examples }) => {
    // what is no text cannot be shown in one
    expect(examples.length).toBe(code === 'plan.not-text' ? 0 : 1);
    for (const example of examples) expect(codesOf(example)).toContain(code);
  });

  test('the plans before the rules have no findings', () => {
    expect(CLEAN_PLANS.map(codesOf)).toEqual([[], []]);
  });
});
