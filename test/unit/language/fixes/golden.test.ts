/** Fixes of all golden plans and examples; `UPDATE_GOLDEN=1 npx vitest run test/unit/language/fixes` writes them anew. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mends, mendsWhenFilled } from '../../../../src/language/fixes/checkFix';
import { FIXES_BY_RULE } from '../../../../src/language/fixes/fixesByRule';
import { checkedFixes, writtenFixes } from '../../../../src/language/quickFixes';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { applyEdits } from '../../../../src/plan/edit/editPlan';
import { estimateWork, QUICK_MS } from '../../../../src/query/estimateWork';
import { GOLDEN_DAY, withoutExpectations } from '../../../support/goldenPlan';
import { changedLines } from '../../../support/changedLines';

const FOLDER = 'test/golden/fixes';
const plans = ['test/golden/plans', 'examples', 'test/data/fixes'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.capacity.yaml'))
    .map((name) => ({
      name: name.replace('.capacity.yaml', '.txt'),
      text: withoutExpectations(readFileSync(`${folder}/${name}`, 'utf8')),
    })),
);

function fixesOf(text: string): readonly { readonly title: string; readonly result: string }[] {
  const analysis = analyzePlan(text, { asOf: GOLDEN_DAY });
  const { document, findings } = analysis;
  if (estimateWork(text.length, document.plan).assess > QUICK_MS) return [];
  return findings.flatMap((finding) =>
    [...writtenFixes(finding), ...checkedFixes(analysis, finding)].map((fix) => {
      const mended = fix.isToFill
        ? mendsWhenFilled(analysis, fix.edits)
        : mends(analysis, finding, fix.edits);
      expect(mended || !document.assessable, fix.title).toBe(true);
      return {
        title: `${finding.code}: ${fix.title}${fix.isPreferred ? ' (preferred)' : ''}`,
        result: changedLines(text, applyEdits(text, fix.edits)),
      };
    }),
  );
}

const goldens = plans.flatMap(({ name, text }) => {
  const fixes = fixesOf(text);
  const actual = fixes.map(({ title, result }) => `${title}\n${result}\n`).join('\n');
  return fixes.length > 0 ? [{ name, actual }] : [];
});

test.for(goldens)('$name', ({ name, actual }) => {
  const path = `${FOLDER}/${name}`;
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, actual);
  } else expect(actual).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
});

describe('golden fixes', () => {
  const all = goldens.map(({ actual }) => `\n${actual}`).join('\n');

  test.for(Object.keys(FIXES_BY_RULE))('show one of %s', (code) => {
    expect(all).toContain(`\n${code}: `);
  });
});
