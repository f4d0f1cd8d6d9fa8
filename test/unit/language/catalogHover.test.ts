import { expect, test } from 'vitest';
import { findGpu, findModel } from '../../../src/engine/catalog/catalog';
import { gpuCard, modelCard } from '../../../src/language/cards/catalogCard';
import { hover } from './support';

const PLAN = `version: 1
workload: { users: 8 }
nodes: { n: { gpu: L4 } }
engines: { e: { type: ollama, node: n, model: "llama3.1:8b", context: 8192 } }
scenarios: { A: { engine: e, parallel: 64 } }
`;
const at = (text: string): string | undefined => hover(PLAN.replace(text, `|${text}`));

test('a GPU has its entry of the catalog, with its source and when that was read', () => {
  const text = at('L4');
  expect(text).toContain(
    '**L4** · 24 GB · 22.03 GiB for programs · 300 GB/s · 121 TFLOPS in 16 bits, dense',
  );
  expect(text).toMatch(/From the catalog, checked \d{4}-\d{2}-\d{2}: \[source\]\(https:/);
});

test('so has a model, also between quotes', () => {
  const text = at('llama3.1:8b');
  expect(text).toContain(
    '8.03 billion parameters · 0.5253 billion of input embeddings, not read for a token',
  );
  expect(text).toContain('32 layers · 8 KV heads of 128 · context 131,072 tokens');
  expect(text).toMatch(/checked \d{4}-\d{2}-\d{2}: \[source\]\(https:/);
});

test('what nobody has read at its source says so', () => {
  const phrase = 'From the catalog, not checked against its source: [source](https://';
  const gpu = findGpu('L4');
  const model = findModel('llama3.1:8b')?.model;
  expect(gpu && gpuCard({ ...gpu, checked: undefined })).toContain(phrase);
  expect(model && modelCard({ ...model, checked: undefined })).toContain(phrase);
});

test('an engine says what its weights take, and the least time for a token', () => {
  expect(at('e: {')).toContain('4.57 GiB of weights · at least 15.3 ms a token');
});

test('what the catalog does not know is explained as before', () => {
  expect(hover(PLAN.replace('L4', '|our own'))).not.toContain('From the catalog');
});

test('a scenario says what its server’s memory holds, with the arithmetic', () => {
  const text = at('A: {');
  expect(text).toContain('**Does not fit**: 4.57 GiB of weights + 64 GiB of KV cache of 21.3 GiB');
  expect(text).toContain('64 slots × 1 GiB = 64 GiB of KV cache');
});
