import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { describeFinding } from '../../../src/messages/findings';
import { drawPicture } from '../../../src/panel/drawPicture';
import type { FromWorker } from '../../../src/query/messages';
import type { PlanText } from '../../../src/query/planText';
import type { AnswerTo, Question, QuestionType } from '../../../src/query/questions';
import { serve } from '../../../src/query/serve';
import { renderReport } from '../../../src/report/renderReport';

const EXAMPLE = readFileSync(
  join(import.meta.dirname, '../../../examples/ollama-1000-users.capacity.yaml'),
  'utf8',
);
const ADDRESS = 'file:///plan.capacity.yaml';
const asOf = '2026-11-30';
const example: PlanText = {
  text: EXAMPLE,
  lastGood: undefined,
  levels: {},
  asOf,
  files: new Map(),
};
const broken: PlanText = { ...example, text: `- x\n${EXAMPLE}`, lastGood: EXAMPLE };
const changes = [{ path: '/workload/users', value: 2000 }];

/** Asks as over a wire: nothing but plain data gets through. */
function ask(plan: PlanText, question: Question): FromWorker | undefined {
  let answered: FromWorker | undefined;
  const answer = serve((message) => {
    answered = structuredClone(message);
  });
  answer(structuredClone({ id: 1, plan, question }));
  return answered;
}

function answerTo<Q extends Question>(plan: PlanText, question: Q): AnswerTo<Q> {
  const message = ask(plan, question);
  if (message?.type !== 'answer') throw new Error(JSON.stringify(message));
  return message.answer as AnswerTo<Q>;
}

const QUESTIONS: { readonly [T in QuestionType]: Extract<Question, { readonly type: T }> } = {
  findings: { type: 'findings' },
  tokens: { type: 'tokens' },
  namedFiles: { type: 'namedFiles' },
  quickFixes: { type: 'quickFixes', at: { start: 0, end: EXAMPLE.length } },
  checkedFixes: { type: 'checkedFixes', at: { start: 0, end: EXAMPLE.length } },
  safeFixes: { type: 'safeFixes', code: undefined },
  outline: { type: 'outline' },
  plainOutline: { type: 'plainOutline' },
  occurrences: { type: 'occurrences', offset: 0 },
  renamable: { type: 'renamable', offset: 0 },
  renaming: { type: 'renaming', offset: 0, name: 'a' },
  links: { type: 'links' },
  selectionRanges: { type: 'selectionRanges', offsets: [0] },
  folds: { type: 'folds' },
  formatting: { type: 'formatting', selection: undefined, indent: 2 },
  names: { type: 'names' },
  status: { type: 'status' },
  summary: { type: 'summary' },
  hints: { type: 'hints' },
  completions: { type: 'completions', offset: EXAMPLE.indexOf('ollama') + 1 },
  hover: { type: 'hover', offset: EXAMPLE.indexOf('B: {'), address: ADDRESS },
  picture: { type: 'picture', fileName: 'a', answers: true },
  explanation: { type: 'explanation', scenario: 'B', column: 'nodes' },
  slowChart: { type: 'slowChart', chart: 'nodes-by-users' },
  chartSvg: { type: 'chartSvg', chart: 'latency', scales: { x: 'linear', y: 'log' }, changes },
  chartTable: { type: 'chartTable', chart: 'nodes-by-users', format: 'csv' },
  whatIf: { type: 'whatIf', changes },
  written: { type: 'written', changes },
  writtenScenario: { type: 'writtenScenario', target: 'strict' },
  report: { type: 'report', fileName: 'a', charts: 'mermaid' },
  savedReport: { type: 'savedReport', fileName: 'a', reportName: 'a.md' },
  htmlReport: { type: 'htmlReport', fileName: 'a' },
  compared: {
    type: 'compared',
    files: [
      { name: 'a.txt', text: '' },
      { name: 'b.txt', text: '' },
    ],
  },
  measurement: { type: 'measurement', engine: undefined, changed: {} },
  measured: { type: 'measured', engine: 'ollama', runs: [] },
  imported: { type: 'imported', texts: [{ file: 'a.txt', text: '' }], engine: undefined },
};

test.for(Object.keys(QUESTIONS) as QuestionType[])(
  'the question %s is answered by plain data, also of a broken text',
  (type) => {
    expect(ask(example, QUESTIONS[type])).toMatchObject({ type: 'answer', isAssessed: true });
    expect(ask(broken, QUESTIONS[type])).toMatchObject({ type: 'answer', isAssessed: false });
  },
);

test('answers are those of the functions behind them', () => {
  const analysis = analyzePlan(EXAMPLE, { asOf });
  expect(answerTo(example, QUESTIONS.picture)).toEqual(drawPicture(analysis, undefined, 'a'));
  expect(answerTo(example, QUESTIONS.report)).toBe(renderReport(analysis, { fileName: 'a' }));
  expect(answerTo(example, QUESTIONS.findings).map(({ message }) => message)).toEqual(
    analysis.findings.map((finding) => describeFinding(finding)),
  );
});

test('settings and the date count', () => {
  const codes = (plan: PlanText) => answerTo(plan, QUESTIONS.findings).map(({ code }) => code);
  expect(codes(example)).toContain('price.undated');
  expect(codes({ ...example, levels: { 'price.undated': 'off' } })).not.toContain('price.undated');
});

test('a hover names its scenario, and links to lines as VS Code reads them', () => {
  const hover = answerTo(example, QUESTIONS.hover);
  expect(hover?.scenario).toBe('B');
  expect(hover?.next?.loads).toMatch(/^1(, \d+)* and \d+ users$/);
  expect(hover?.markdown).toContain(`(${ADDRESS}#L5%2C10)`);
  const unlinked = answerTo(example, { ...QUESTIONS.hover, address: undefined });
  expect(unlinked?.markdown).not.toContain('](');
});

test('while the text is broken, its last good reading is shown', () => {
  expect(answerTo(broken, QUESTIONS.picture).outOfDate).toBeDefined();
  expect(answerTo(broken, QUESTIONS.hints)[0]?.text).toMatch(/\(out of date\)$/);
  expect(answerTo(broken, QUESTIONS.written)).toEqual({
    problem: 'The plan cannot be read at the moment.',
  });
});

test('what "Apply" writes is one text with its edits', () => {
  const written = answerTo(example, QUESTIONS.written);
  if (written.problem !== undefined) throw new Error(written.problem);
  expect(written.text).toBe(EXAMPLE.replace('users: 1000 ', 'users: 2000 '));
  expect(written.edits).toHaveLength(1);
});

test('a bug is reported, and the next question is answered', () => {
  const unknown = { type: 'nothing' } as unknown as Question;
  const message = ask(example, unknown);
  expect(message?.type === 'failed' && message.error).toMatch(/^RangeError: no answer to nothing/);
});
