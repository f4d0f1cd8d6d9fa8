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

test('the arithmetic has the words of the finding', () => {
  const report = reportOf(plan(OLLAMA, '  A: { engine: e, parallel: 64 }'));
  const words =
    '4.91 GB of weights + 64 slots × 1.05 GB of KV cache in 16 bits = 72 GB, but 23.5 GB of 24 GB can be used. What fits at most: `parallel: 17` or a `context` of 2,218 tokens with `parallel` as it is.';
  expect(sectionOf(report, 'Memory')).toContain(`- **A**: ${words}`);
  expect(sectionOf(report, 'Findings')).toContain(words);
});

test('weights alone are all that is known without lengths or context', () => {
  const memory = sectionOf(
    reportOf(plan('type: vllm, node: l4, model: "llama3.1:8b"', ONE)),
    'Memory',
  );
  expect(memory).toContain(
    '| A | 8 | 16.1 GB | – | 16.1 GB | 24 GB | 2.4 GB | 21.6 GB | ✓ fits | – | – |',
  );
  expect(memory).toContain('What a slot takes is not known');
});

test('a plan with many scenarios shows some of them', () => {
  const many = Array.from({ length: 30 }, (_, i) => `  S${i}: { engine: e, parallel: ${i + 1} }`);
  const memory = sectionOf(reportOf(plan(OLLAMA, many.join('\n'))), 'Memory');
  expect(memory.match(/^\| S\d/gm)).toHaveLength(20);
  expect(memory).toContain('… and 10 more scenarios.');
});
