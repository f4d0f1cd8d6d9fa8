/** Any fix of any mutated plan keeps it readable: what was read before is read after. */
import { expect, test } from 'vitest';
import { checkedFixesAt, quickFixesAt } from '../../../../src/language/quickFixes';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { applyEdits } from '../../../../src/plan/edit/editPlan';
import { readPlan } from '../../../../src/plan/readPlan';
import { estimateWork, QUICK_MS } from '../../../../src/query/estimateWork';
import { mutatePlan, RICH_PLANS, seededRandom } from '../../../support/fuzzPlan';
import { byLength } from '../../../support/long';

const PLANS = byLength({ short: 120, long: 3000 });

test('a fix keeps a mutated plan readable', () => {
  const random = seededRandom(16);
  let applied = 0;
  for (let i = 0; i < PLANS; i += 1) {
    const text = mutatePlan(random, RICH_PLANS);
    const analysis = analyzePlan(text, { asOf: '2026-12-01' });
    const { document } = analysis;
    if (!document.assessable || estimateWork(text.length, document.plan).assess > QUICK_MS)
      continue;
    const at = { start: 0, end: text.length };
    for (const { title, edits } of [
      ...quickFixesAt(analysis, at),
      ...checkedFixesAt(analysis, at),
    ]) {
      const changed = applyEdits(text, edits);
      expect(readPlan(changed).assessable, `${title}\n${text}\n=>\n${changed}`).toBe(true);
      applied += 1;
    }
  }
  expect(applied).toBeGreaterThan(PLANS / 3);
});

test('a comment that silences a finding silences it', () => {
  for (const text of RICH_PLANS) {
    const analysis = analyzePlan(text, { asOf: '2026-12-01' });
    const at = { start: 0, end: text.length };
    for (const { title, finding, edits } of quickFixesAt(analysis, at)) {
      if (!title.startsWith('Silence')) continue;
      const { findings } = analyzePlan(applyEdits(text, edits), { asOf: '2026-12-01' });
      const same = (codes: readonly { readonly code: string }[]): number =>
        codes.filter(({ code }) => code === finding.code).length;
      expect(same(findings), title).toBeLessThan(same(analysis.findings));
    }
  }
});
