import { expect, test } from 'vitest';
import { hover } from './support';

const plan = (observation: string): string => `version: 1
workload: { users: 10, thinkTime: 0s }
nodes: { l4: { price: 1 USD/h } }
engines: { e: { node: l4, observations: [{ ${observation} }] } }
scenarios: { A: { engine: e, parallel: 8 } }
`;

test('an observation shows all that it states, at each of its values', () => {
  const card = hover(
    plan(
      'name: run, source: measured, parallel: 8, users: 8, thinkTime: 2s, latency: 2s, p95: ~3s, ttft: |120ms, tpot: <20ms, promptTokens: 600, outputTokens: 250, requests: 1000, errors: 3, note: "no *cache*", url: "https://example.com/run?id=1"',
    ),
  );
  expect(card).toContain('8 users · 2 s of thinking · 1 node · parallel 8 · 600 tokens of prompt');
  expect(card).toContain('· 250 tokens of output · 1,000 requests, 3 failed');
  expect(card).toContain('p95 **about 3 s** · ttft **120 ms** · tpot **below 20 ms**');
  expect(card).toContain(
    'no \\*cache\\*  \n[https:/&#8203;/example.com/run?id=1](https://example.com/run?id=1)',
  );
});

test('bounds stay bounds', () => {
  const card = hover(
    plan('sou|rce: measured, parallel: 2, latency: ">2s", throughput: ">=18/s", nodes: 2'),
  );
  expect(card).toContain('queue depth **at least 32**');
  expect(card).toContain('**at least 18/s** served');
});

test.each(['https://a.b/ [x](command:y)', 'command:x', 'https://a.b/>**x**'])(
  'an address that is more than one, or none, is no link: %s',
  (url) => {
    const card = hover(plan(`sou|rce: measured, parallel: 2, latency: 2s, url: "${url}"`));
    expect(card).not.toContain('<http');
    expect(card).not.toMatch(/(?<!\\)\]\(/);
  },
);

test('nodes of a price keep their bounds', () => {
  const card = hover(
    plan('source: measured, parallel: 8, latency: <2s')
      .replace('thinkTime: 0s', 'thinkTime: 5s')
      .replace('1 USD/h', '1| USD/h'),
  );
  expect(card).toContain('| **A** | at most 1 |');
});

test('`like` has the card of the engine that it names', () => {
  const marked = `version: 1
workload: { users: 10, thinkTime: 0s, promptTokens: 1000, outputTokens: 200 }
engines:
  measured: { type: vllm, gpu: L4, model: llama3.1:8b, observations: [{ source: measured, parallel: 8, users: 8, latency: 4s, promptTokens: 1000, outputTokens: 200 }] }
  planned: { type: vllm, gpu: H100, model: llama3.1:8b, like: |measured }
scenarios: { A: { engine: planned, parallel: 8 } }
`;
  expect(hover(marked)).toContain('**measured** · vllm engine');
  const named = marked.replace('|', '').replace('engine: planned', 'engine: |planned');
  expect(hover(named)).toContain('**planned** · vllm engine');
});
