/** Plans with their findings as comments; `UPDATE_GOLDEN=1 npx vitest run golden` writes them anew. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULE_CATALOG } from '../../../src/lint/ruleCatalog';
import { withFindings, withoutExpectations } from '../../support/goldenPlan';

const FOLDER = 'test/golden/plans';
/** The day on which all of them are read. */
const AS_OF = '2026-06-30';
const goldens = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.capacity.yaml'))
  .map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') }));

test.for(goldens)('$name', ({ name, text }) => {
  const actual = withFindings(withoutExpectations(text), { asOf: AS_OF });
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(`${FOLDER}/${name}`, actual);
  else expect(actual).toBe(text);
});

describe('golden plans', () => {
  const all = goldens.map(({ text }) => text).join('\n');

  test.for([...RULE_CATALOG.values()])('show $code', ({ code, defaultSeverity }) => {
    expect(all).toContain(` ${defaultSeverity} ${code}: `);
  });
});
