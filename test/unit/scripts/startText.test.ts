/** What `npm start` prints fits a screen, and has no marks of Markdown. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { renderReport } from '../../../src/report/renderReport';
import { EXAMPLE } from '../report/reportOf';

interface StartText {
  readonly answerOf: (report: string) => string;
  readonly findingLine: (finding: {
    severity: string;
    span: { line: number };
    message: string;
  }) => string;
}

const root = join(import.meta.dirname, '..', '..', '..');
const script = join(root, 'scripts', 'lib', 'startText.mjs');
const { answerOf, findingLine } = (await import(pathToFileURL(script).href)) as StartText;
const analysis = analyzePlan(EXAMPLE);
const answer = answerOf(renderReport(analysis, { fileName: 'x.capacity.yaml', charts: 'none' }));

test('the answer is page one in plain text', () => {
  expect(answer).toMatch(/^Decision\n\nRun vllm on 20 nodes at parallel 50 \(scenario V\)/);
  expect(answer).toContain('At stake: $115k/month.');
  expect(answer).not.toMatch(/\*\*|`|^#|\| ---|\]\(/m);
});

test('the whole has at most 60 lines: the answer, the findings, and three things to do', () => {
  const [, rest = ''] = readFileSync(join(root, 'scripts', 'start.mjs'), 'utf8').split('Next\n');
  const steps = rest.match(/^ {2}\d\. /gm) ?? [];
  expect(steps).toHaveLength(3);
  const lines = answer.split('\n').length + analysis.findings.length + steps.length + 8;
  expect(lines).toBeLessThanOrEqual(60);
});

test('a finding is a line with its first sentence', () => {
  const span = { line: 7 };
  expect(findingLine({ severity: 'hint', span, message: '`A` is slow: 2.7 s. Do `x`.' })).toBe(
    'hint        line  7  A is slow: 2.7 s.',
  );
  const long = findingLine({ severity: 'hint', span, message: 'word '.repeat(60) });
  expect(long.length).toBeLessThan(115);
});
