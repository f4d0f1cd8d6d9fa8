import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface RulesIndex {
  readonly ruleNames: (files: readonly string[]) => readonly string[];
  readonly rulesIndex: (names: readonly string[], page: string) => string;
}

const FOLDER = 'src/lint/rules';
const script = new URL('../../../scripts/lib/rulesIndex.mjs', import.meta.url).href;
const { ruleNames, rulesIndex } = (await import(script)) as RulesIndex;

test('the list of rules has every file of the folder, as npm run generate writes it', () => {
  const page = readFileSync('docs/rules.md', 'utf8');
  const written = readFileSync(`${FOLDER}/index.ts`, 'utf8');
  expect(rulesIndex(ruleNames(readdirSync(FOLDER)), page)).toBe(written);
});

test('rules stand in the order of the page, and imports in that of the alphabet', () => {
  const index = rulesIndex(['aFirst', 'bNext'], '### b.next\n\n### plan.syntax\n\n### a.first\n');
  expect(index).toContain('[\n  bNext,\n  aFirst,\n]');
  expect(index.indexOf("'./aFirst'")).toBeLessThan(index.indexOf("'./bNext'"));
});

test('a rule without a section of the page is named', () => {
  expect(() => rulesIndex(['aFirst', 'bNext'], '### a.first\n')).toThrow('bNext.ts');
});
