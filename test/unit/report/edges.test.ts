/** Plans that leave out what most plans have. */
import { expect, test } from 'vitest';
import { EXAMPLE, reportOf, sectionOf } from './reportOf';

test('without targets nothing is recommended and nothing needs to be measured', () => {
  const report = reportOf(EXAMPLE.replace(/^targets:(\n {2}.*)+/m, ''));
  expect(sectionOf(report, 'Decision')).toContain('No decision: the plan has no target.');
  expect(report).not.toContain('## Recommendation');
  expect(report).not.toContain('## Benchmarks');
  expect(sectionOf(report, 'Scenarios')).toContain('| B: Current config | 125 | $188/h |');
});

test('without prices there are no costs, and it says so', () => {
  const report = reportOf(EXAMPLE.replace(', price: 1.50 USD/h', ''));
  expect(report).not.toMatch(/\$\d/); // a script has `${...}`
  expect(report).toContain('No node that a scenario uses has a price, so there are no costs.');
  expect(report).toContain('- **Node l4** (L4): no price');
});

test('without scenarios engines and recommendations remain', () => {
  const report = reportOf(EXAMPLE.replace(/^scenarios:[^]*$/m, ''));
  expect(sectionOf(report, 'Scenarios')).toContain('no scenario that could be assessed');
  expect(sectionOf(report, 'Decision')).toContain('**Run vllm on 20 nodes at `parallel` 50');
  expect(report).not.toContain('## Formulas');
});

test('without a workload there is no answer', () => {
  const report = reportOf(EXAMPLE.replace(/^workload:\n.*$/m, ''));
  expect(sectionOf(report, 'Decision')).toContain(
    'No decision for strict: the plan states no workload.',
  );
});

test('prices in two currencies are not compared', () => {
  const other = EXAMPLE.replace('engines:', '  eu: { price: 1 EUR/h }\n\nengines:').replace(
    'type: vllm\n    node: l4',
    'type: vllm\n    node: eu',
  );
  const report = reportOf(other);
  expect(sectionOf(report, 'Decision')).toContain(
    'Several options meet relaxed, but their prices are missing or in several currencies.',
  );
  const recommendation = sectionOf(report, 'relaxed: latency <3 s');
  expect(recommendation).toContain('€20/h');
  expect(recommendation).toContain('$188/h');
});

test('300 scenarios: the table is whole, the formulas are cut with a note', () => {
  const scenarios = Array.from(
    { length: 300 },
    (_, i) => `  s${i}: { engine: ollama, parallel: ${1 + (i % 8)} }`,
  );
  const report = reportOf(
    EXAMPLE.replace(/^scenarios:[^]*$/m, `scenarios:\n${scenarios.join('\n')}`),
  );
  expect(sectionOf(report, 'Scenarios').match(/^\| s\d+ \| [\d,]+ \| \$/gm)).toHaveLength(300);
  const moves = sectionOf(report, 'Sensitivity');
  expect(moves.match(/^### s\d/gm)).toHaveLength(8);
  expect(moves).toContain('The other 292 scenarios are in the output of `capacity-plan size');
  const figures = sectionOf(report, 'Formulas');
  expect(figures.match(/^### /gm)).toHaveLength(40);
  expect(figures).toContain('The other 260 scenarios');
  expect(sectionOf(report, 'Findings')).toMatch(/And \d+ more: `capacity-plan check` lists them\./);
  expect(sectionOf(report, 'Evidence and assumptions')).toMatch(/used by .* and \d+ more\./);
  expect(report.length).toBeLessThan(400_000);
});

test.each(['', '\u0000', 'version: 99\n', 'a: [', '---\na: 1\n---\nb: 2\n'])(
  'what is no plan (%j) has a short report that says so',
  (text) => {
    const report = reportOf(text, 'x.capacity.yaml');
    expect(report).toContain('could not be read as a plan');
    const severity = text === '' ? 'information' : 'error';
    expect(sectionOf(report, 'Findings')).toContain(`| ${severity} |`);
    expect(report.split('\n').length).toBeLessThan(15);
  },
);
