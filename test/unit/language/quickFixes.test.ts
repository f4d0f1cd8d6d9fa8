import { expect, test } from 'vitest';
import { quickFixesAt } from '../../../src/language/quickFixes';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { around } from '../../support/markedPlan';

function fixesIn(text: string, word: string) {
  const start = text.indexOf(word);
  return quickFixesAt(analyzePlan(text), { start, end: start }).filter(
    ({ title }) => !title.startsWith('Silence'),
  );
}

test('a percentile in another spelling is mended by one change', () => {
  const text = around({ targets: '{ ttftP95: <500ms }' });
  const fixes = fixesIn(text, 'ttftP95');
  expect(fixes).toMatchObject([{ title: 'Write `ttft: { p95: <500ms }`', isPreferred: true }]);
  expect(fixesIn(text, 'version')).toEqual([]);
});

test('a rate of tokens may be two things, the likelier one first', () => {
  const observation = '{ source: reported, users: 1, throughput: 68.4 tok/s, outputTokens: 61 }';
  expect(fixesIn(around({ observation }), '68.4 tok/s')).toMatchObject([
    { title: 'Write `1.12/s`', isPreferred: true },
    { title: 'Write `tpot: 14.6ms`', isPreferred: false },
  ]);
});
