/** The report of the first example says everything that it must, in the right place. */
import { describe, expect, test } from 'vitest';
import { EXAMPLE, reportOf, sectionOf } from './reportOf';

const report = reportOf(EXAMPLE, 'ollama-1000-users.capacity.yaml');

test('decides first, then has the sections of the document that the plan came from, in its order', () => {
  const headings = report.split('\n').filter((line) => /^##? /.test(line));
  expect(headings).toEqual([
    '# 1000 Users @ <1s (Ollama)',
    '## Decision',
    '## Largest risks',
    '## Next benchmark',
    '## Plan',
    '## Contents',
    '## Verified baseline',
    '## The bottleneck: latency',
    '## Scenarios',
    '## Recommendation',
    '## Sensitivity',
    '## Evidence and assumptions',
    '## Benchmarks',
    '## Findings',
    '## Formulas',
  ]);
});

test('page one decides: what to run, its cost, how sure, what may go wrong, what to measure', () => {
  const decision = sectionOf(report, 'Decision');
  expect(decision).toContain(
    '**Run vllm on 20 nodes at `parallel` 50 (scenario V): it should meet strict and relaxed.**',
  );
  expect(decision).toContain('- Cost: **$21.9k/month** ($30/h).');
  expect(decision).toContain('- Confidence: unverified. Latency below 1 s is reported.');
  expect(decision).toContain('    "V": [');
  expect(decision).toContain(
    '| **V: Migrate to vLLM** | 20 | $21.9k | below 1 s | ✓? meets, unverified | ✓? meets, unverified |',
  );
  const risks = sectionOf(report, 'Largest risks').match(/^\d\. .*/gm) ?? [];
  expect(risks).toHaveLength(3);
  expect(risks[0]).toContain('No benchmark verifies the latency of vllm: below 1 s is reported.');
  expect(risks[1]).toContain('1,000 users mean 1,000 concurrent requests');
  expect(risks[2]).toMatch(/one to spare|No spare node/i);
  const benchmark = sectionOf(report, 'Next benchmark');
  expect(benchmark).toContain('Run **vllm with 50 in flight** on one L4 at `parallel` 50.');
  expect(benchmark).toContain('At stake: $115k/month.');
});

test('everything after the contents folds', () => {
  const sections = report.slice(report.indexOf('## Contents')).split(/^## /m).slice(2);
  expect(sections).toHaveLength(9);
  for (const section of sections) {
    expect(section).toMatch(
      /^[^\n]+\n\n<details>\n<summary>Show [^<]+<\/summary>\n\n[^]+\n<\/details>\n+$/,
    );
  }
});

test('the baseline: 80 slots, queue depth 0, 62.5%, 18.5/s against 18/s, 2.8% apart', () => {
  const baseline = sectionOf(report, 'Verified baseline');
  expect(baseline).toContain('### 50-user benchmark');
  expect(baseline).toContain(
    'ollama on 10 nodes, `parallel` 8, 50 users, 5 in flight on each server',
  );
  expect(baseline).toContain('10 servers × 8 slots = 80 slots');
  expect(baseline).toContain('**Queue depth**: 0 (50 requests in flight, 80 slots)');
  expect(baseline).toContain('50 requests / 80 slots = 62.5% of the slots busy');
  expect(baseline).toContain('**Throughput**: 18/s');
  expect(baseline).toContain('**Latency**: 2.7 s');
  expect(baseline).toContain(
    '50 users / 2.7 s = 18.5/s expected, 18/s reported (2.8% off): consistent',
  );
});

test('the bottleneck: latency without a queue, the curve, and what parallel trades', () => {
  const bottleneck = sectionOf(report, 'The bottleneck');
  expect(bottleneck).toContain('Without queueing, an answer took 2.7 s in **50-user benchmark**.');
  expect(bottleneck).toContain('1 s (estimate) at 1, 2.7 s (measured) at 8');
  expect(bottleneck).toContain('line "latency" [1, 1.1667, 1.3333, 1.5, 1.8, 2.1, 2.4, 2.7]');
  expect(bottleneck).toContain('| 8 | 125 | $188/h | 2.7 s |');
});

describe('the scenarios', () => {
  test.each([
    ['A', '500', '1.17 s', '✗? likely misses', '$750/h', '$548k'],
    ['B', '125', '2.7 s', '✗ misses', '$188/h', '$137k'],
    ['C', '250', '1.5 s', '✗? likely misses', '$375/h', '$274k'],
    ['V', '20', 'below 1 s', '✓? meets, unverified', '$30/h', '$21.9k'],
  ])('%s: %s nodes, %s, %s strict, %s', (name, nodes, latency, strict, perHour, perMonth) => {
    const rows = sectionOf(report, 'Scenarios')
      .split('\n')
      .filter((line) => line.startsWith(`| ${name}: `))
      .map((line) => line.slice(2, -2).split(' | '));
    expect(rows[0]).toEqual(expect.arrayContaining([nodes, latency, strict, perHour]));
    expect(rows[0]?.[5]).toBe('✓? meets, unverified');
    expect(rows[1]?.at(-1)).toBe(perMonth);
  });
});

test('the recommendation: none on Ollama for strict, with levers; B for relaxed', () => {
  const strict = sectionOf(report, 'strict: latency <1 s');
  expect(strict).toContain('| ollama | 1 | 1,000 | $1,500/h | 1 s |');
  expect(strict).toContain('No known `parallel` or number of nodes gives latency <1 s on ollama.');
  expect(strict).toContain('a smaller or more quantized model, a faster GPU, fewer output tokens');
  const relaxed = sectionOf(report, 'relaxed: latency <3 s');
  expect(relaxed).toContain('**$30/h**, $21.9k/month, against $188/h on ollama');
  expect(relaxed).toContain('| ollama | 8 | 125 | $188/h | 2.7 s |');
});

test('evidence and assumptions: no think time, the guess, the lighter load and the second opinion', () => {
  const basis = sectionOf(report, 'Evidence and assumptions');
  expect(basis).toContain('The plan states no `thinkTime`');
  expect(basis).toContain('**guess at `parallel` 4** of ollama, 1.5 s: used by **A** and **C**.');
  expect(basis).toContain('**B**: benchmarked at a lighter load than this scenario has.');
  expect(basis).toContain('**B** would take 6.3 s from all observations');
  expect(basis).toMatch(
    /and (4|3\.98) s without the guesses \(misses strict, likely misses relaxed\)/,
  );
});

test('what to measure next, in order, with what each decides', () => {
  const section = sectionOf(report, 'Benchmarks');
  const items = section.split('\n').filter((line) => /^\d/.test(line));
  expect(items).toEqual([
    '1. **vllm with 50 in flight** on one L4 at `parallel` 50. It decides if the recommended 20 nodes ($30/h) meet **strict** (latency <1 s) and **relaxed** (latency <3 s).',
    '2. **ollama with 8 in flight** on one L4 at `parallel` 8. It decides if 125 nodes ($188/h) on ollama meet **relaxed** (latency <3 s).',
    '3. **ollama with 1 in flight** on one L4 at `parallel` 1. It decides if ollama can meet **strict** (latency <1 s) at all. The closest known latency is 1 s (estimate).',
  ]);
});

test('how to take each measurement, and what it may save', () => {
  const section = sectionOf(report, 'Benchmarks');
  expect(section).toContain('   At stake: $115k/month.');
  expect(section).toContain('   vllm serve MODEL --max-num-seqs 50');
  expect(section).toContain('     --max-concurrency 50 \\');
  expect(section).toContain('   OLLAMA_NUM_PARALLEL=8 ollama serve');
  expect(section).toContain('     --profile kind=concurrent,streams=8,warmup=0.1 \\');
});

test('what moves the cost of each scenario, most first', () => {
  const rows = sectionOf(report, 'B: Current config: 125 nodes').split('\n').slice(4, 9);
  expect(rows).toEqual([
    '| 10% headroom instead of 0% | 139 | $209/h | $152k |',
    '| 10% more users | 138 | $207/h | $151k |',
    '| 10% lower price | 125 | $169/h | $123k |',
    '| 10% higher price | 125 | $206/h | $151k |',
    '| 10% fewer users | 113 | $170/h | $124k |',
  ]);
});

test('the formulas of every scenario', () => {
  const figures = sectionOf(report, 'Formulas');
  expect(figures).toContain('- nodes: 1,000 users / 8 slots = 125 nodes');
  expect(figures).toContain('- latency: 1 s + (1.5 s − 1 s) × (2 − 1) / (4 − 1) = 1.17 s');
  expect(figures).toContain('- cost per hour: 500 nodes × $1.50/h = $750/h');
});

test('findings with their line, severity and the page of their rule', () => {
  expect(sectionOf(report, 'Findings')).toMatch(
    /\| 37 \| error \| .*`B` misses .* \| \[`target\.latency-missed`\]\(https:[^)]*#targetlatency-missed\) \|/,
  );
});
