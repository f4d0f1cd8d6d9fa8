/** The figures behind verdicts on more than the mean latency, and where they come from. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportOf, sectionOf } from './reportOf';

const CHAT = readFileSync('examples/vllm-chat-tails.capacity.yaml', 'utf8');
const report = reportOf(CHAT);

test('a table for each target has the figure of each objective, how it is known, and which limits', () => {
  const chat = sectionOf(report, 'By objective: chat');
  expect(chat).toContain('| Scenario | p95 <8 s | ttft <500 ms | tpot <30 ms | Limiting |');
  expect(chat).toMatch(
    /^\| full \| ✗ misses: [\d.]+ s \(measured.*\), proven by 32 in flight: 8.1 s \| ✓\? meets.*: [\d.]+ ms \(.*\) \| ✗\?? .*misses: [\d.]+ ms \(.*\) \| p95 \|$/m,
  );
  expect(sectionOf(report, 'By objective: budget')).toContain('| ✓? meets, unverified: $13.30/h (');
});

test('a target of the mean latency alone has none: the table of scenarios has that', () => {
  const plain = CHAT.replace(/^ {2}chat: .*$/m, '  chat: { latency: <8s }');
  expect(reportOf(plain)).not.toContain('By objective: chat');
});

test('what is not known is extrapolated, or says what is missing', () => {
  const blind = CHAT.replace(/ ttft: \d+ms,/g, '');
  expect(sectionOf(reportOf(blind), 'By objective: chat')).toMatch(
    /\| ✓\? meets, unverified: [\d.]+ ms \(model/,
  );
  // without the lengths of the workload nothing tells how long a prompt takes
  const unstated = blind.replace(/^ {2}(prompt|output)Tokens: .*\n/gm, '');
  expect(sectionOf(reportOf(unstated), 'By objective: chat')).toContain(
    '| ? unknown: no benchmark gives `ttft` |',
  );
});

test('the formulas of every objective are there for every scenario, each with what it is of', () => {
  const figures = report.slice(report.indexOf('## Formulas'));
  expect(figures).toMatch(
    /^- p95: on the curve through the observations, between 8.1 s at 32 and 12.3 s at 64: [\d.]+ s at [\d.]+$/m,
  );
  expect(figures).toMatch(/^- ttft: .*[\d.]+ ms/m);
  expect(figures).toMatch(/^- tpot: .*[\d.]+ ms/m);
  const lines = figures.split('\n').filter((line) => line.startsWith('- '));
  expect(lines.filter((line) => !/^- [^:]+: /.test(line))).toEqual([]);
});
