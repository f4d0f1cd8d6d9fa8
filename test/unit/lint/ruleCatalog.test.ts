import { expect, test } from 'vitest';
import { levelOf, RULE_CATALOG } from '../../../src/lint/ruleCatalog';

test('titles are one line, without a full stop', () => {
  for (const { title } of RULE_CATALOG.values()) expect(title).toMatch(/^[A-Z`][^\n]*[^.\s]$/);
});

test('no rule has the title that npm run new:rule wrote', () => {
  for (const { title } of RULE_CATALOG.values()) expect(title).not.toMatch(/^Replace /);
});

test('a level that is set for a rule counts before that of its group, and both before its own', () => {
  const rule = { code: 'scenario.dominated', defaultSeverity: 'hint' } as const;
  expect(levelOf(rule, {})).toBe('hint');
  expect(levelOf(rule, { 'scenario.*': 'off' })).toBe('off');
  expect(levelOf(rule, { 'scenario.*': 'off', 'scenario.dominated': 'error' })).toBe('error');
  expect(levelOf(rule, { 'target.*': 'off' })).toBe('hint');
});
