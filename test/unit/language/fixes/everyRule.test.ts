/** Every rule has a fix, or docs/rules.md says why it has none. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIXES_BY_RULE } from '../../../../src/language/fixes/fixesByRule';
import { RULE_CATALOG } from '../../../../src/lint/ruleCatalog';

/** Rules whose fixes the reader of the plan knows. */
const OF_THE_READER = ['plan.percentile', 'plan.token-rate'];

test('every rule has a fix, or the page of the rules says why it has none', () => {
  const page = readFileSync('docs/rules.md', 'utf8');
  const [, section = ''] = /^## Quick fixes\n(.*?)^## /ms.exec(page) ?? [];
  const without = [...section.matchAll(/`([a-z]+\.[a-z0-9-]+)`/g)].map(([, code = '']) => code);
  const fixed = [...Object.keys(FIXES_BY_RULE), ...OF_THE_READER];
  expect([...fixed, ...without].sort()).toEqual([...RULE_CATALOG.keys()].sort());
});
