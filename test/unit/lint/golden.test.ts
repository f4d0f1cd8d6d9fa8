/** Plans with their findings as comments; `UPDATE_GOLDEN=1 npx vitest run test/unit/lint` writes them anew. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULE_CATALOG } from '../../../src/lint/ruleCatalog';
import { GOLDEN_DAY, withFindings, withoutExpectations } from '../../support/goldenPlan';

const FOLDER = 'test/golden/plans';
const goldens = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.capacity.yaml'))
  .map((name) => {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
    return { name, text, actual: withFindings(withoutExpectations(text), { asOf: GOLDEN_DAY }) };
  });

test.for(goldens)('$name', ({ name, text, actual }) => {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(`${FOLDER}/${name}`, actual);
  else expect(actual).toBe(text);
});

describe('golden plans', () => {
  const all = goldens.map(({ actual }) => actual).join('\n');

  test.for([...RULE_CATALOG.values()])('show $code', ({ code, defaultSeverity }) => {
    expect(all).toContain(` ${defaultSeverity} ${code}: `);
  });
});
