import { expect, test } from 'vitest';
import { reportOf, sectionOf } from './reportOf';

const plan = (engine: string, scenarios: string): string => `version: 1
workload: { users: 8, thinkTime: 0s }
targets: { patient: { latency: 9s } }
nodes: { l4: { gpu: L4 }, own: { gpu: our own } }
engines:
  e: { ${engine}, observations: [{ source: measured, parallel: 64, users: 64, latency: 3s }] }
scenarios:
${scenarios}
`;

const ONE = '  A: { engine: e, parallel: 8 }';
const OLLAMA = 'type: ollama, node: l4, model: "llama3.1:8b", context: 8k';

test.for([
  'node: l4',
  'type: ollama, node: l4, model: our-own',
  'type: ollama, node: own, model: "llama3.1:8b"',
  'type: vllm, node: l4, model: "llama3.1:8b", quantization: our-own',
])('there is no section where the plan does not know enough: %s', (engine) => {
  expect(reportOf(plan(engine, ONE))).not.toContain('## Memory');
});

test('what does not fit says what would; the table has the figures, and the formulas the arithmetic', () => {
  const report = reportOf(plan(OLLAMA, '  A: { engine: e, parallel: 64 }'));
  const words =
    'The largest that fits: `parallel: 16` or a `context` of 2,099 tokens with `parallel` as it is.';
  const memory = sectionOf(report, 'Memory');
  expect(memory).toContain(`- **A**: ${words}`);
  expect(memory).not.toContain(' × ');
  expect(sectionOf(report, 'Findings')).toContain(words);
  expect(report).toContain(
    '- memory needed: 4.57 GiB of weights + 62.5 GiB of KV cache = 67.1 GiB',
  );
});

test('what fits has no words but the table', () => {
  expect(sectionOf(reportOf(plan(OLLAMA, ONE)), 'Memory')).not.toMatch(/^- /m);
});

test('a context that the model does not take is named, and none is suggested', () => {
  const long = OLLAMA.replace('8k', '200k').replace('node: l4', 'node: own');
  const text = plan(long, ONE).replace('gpu: our own', 'memory: 900 GB');
  const report = reportOf(text);
  expect(sectionOf(report, 'Memory')).toContain(
    '- **e**: `context` is too long: 200,000 tokens, the model takes 131,072 tokens.',
  );
  expect(sectionOf(report, 'Memory')).toContain('| 131,072 tokens |');
});

test('weights alone are all that is known without lengths or context', () => {
  const memory = sectionOf(
    reportOf(plan('type: vllm, node: l4, model: "llama3.1:8b"', ONE)),
    'Memory',
  );
  expect(memory).toContain(
    '| A | 8 | 15 GiB | – | 15 GiB | 24 GB | 3.09 GiB | 18.9 GiB | ✓ fits | – | – |',
  );
  expect(memory).toContain('The memory of a slot is unknown');
});

test('a plan with many scenarios shows some of them', () => {
  const many = Array.from({ length: 30 }, (_, i) => `  S${i}: { engine: e, parallel: ${i + 1} }`);
  const memory = sectionOf(reportOf(plan(OLLAMA, many.join('\n'))), 'Memory');
  expect(memory.match(/^\| S\d/gm)).toHaveLength(20);
  expect(memory).toContain('… and 10 more scenarios.');
});
