/** A plan that names results of benchmarks: which files are read, and what is said of others. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlanFiles } from '../../../src/cli/planFiles';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { describeFinding } from '../../../src/messages/findings';

const RESULTS = join(import.meta.dirname, '../../data/benchmarks');

const planOf = (observations: string): string => `version: 1
workload: { users: 8, thinkTime: 0s, promptTokens: 500, outputTokens: 100 }
targets: { fast: { latency: <4s } }
nodes: { n: { gpu: L4 } }
engines:
  e:
    type: vllm
    node: n
    observations:${observations}
scenarios: { A: { engine: e, parallel: 8 } }
`;

let folder = '';
let outer = '';
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'observed-'));
  folder = join(outer, 'plans');
  mkdirSync(join(folder, 'bench', 'deeper.json'), { recursive: true });
  put('vllm-block.golden.txt', 'run.txt');
  put('guidellm-v2.golden.json', 'sweep.json');
  cpSync(join(RESULTS, 'vllm-block.golden.txt'), join(outer, 'outer.txt'));
});
afterEach(() => {
  rmSync(outer, { recursive: true });
});

function put(from: string, to: string): void {
  cpSync(join(RESULTS, from), join(folder, 'bench', to));
}

async function analyze(observations: string) {
  const text = planOf(observations);
  const files = await readPlanFiles({ file: join(folder, 'a.capacity.yaml'), text });
  const { document, findings, assessment } = analyzePlan(text, { files });
  const read = document.plan.engines[0]?.observations ?? [];
  const bad = findings.filter(({ code }) => code === 'plan.file');
  const at = bad.map(({ range }) => text.slice(range.start, range.end));
  return { document, read, findings, at, found: bad.map(describeFinding), assessment, text };
}

test('a file in place of the list gives its runs', async () => {
  const { read, found } = await analyze(' { from: bench/run.txt }');
  expect(found).toEqual([]);
  expect(read).toHaveLength(1);
  expect(read[0]?.source.value).toBe('measured');
  expect(read[0]?.note).toContain('run.txt');
});

test('an item names a file beside typed observations, and a sweep is several of them', async () => {
  const { read, document, text } = await analyze(
    '\n      - { source: measured, users: 1, latency: 2s }\n      - from: bench/sweep.json',
  );
  const paths = read.map(({ path }) => path);
  expect(paths.slice(0, 2)).toEqual([
    '/engines/e/observations/0',
    '/engines/e/observations/1/from/0',
  ]);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.length).toBeGreaterThan(2);
  for (const path of paths.slice(1)) {
    const range = document.rangeOf(`${path}/users`, 'value');
    expect(text.slice(range?.start, range?.end)).toBe('bench/sweep.json');
  }
});

test('a pattern reads all files of a folder in order, without folders and hidden files', async () => {
  put('k6.golden.json', '.hidden.json');
  const one = await analyze(' { from: bench/sweep.json }');
  const all = await analyze(' { from: bench/*.json }');
  expect(all.found).toEqual([]);
  expect(all.read.map(({ name }) => name)).toEqual(one.read.map(({ name }) => name));
  const both = await analyze(' { from: bench/* }');
  expect(both.read).toHaveLength(one.read.length + 1);
});

test('the same run counts once', async () => {
  put('vllm-block.golden.txt', 'copy.txt');
  expect((await analyze(' { from: bench/*.txt }')).read).toHaveLength(1);
  const twice = '\n      - from: bench/run.txt\n      - from: bench/*.txt';
  expect((await analyze(twice)).read).toHaveLength(1);
});

test('figures follow from files as from typed observations', async () => {
  const { assessment, findings } = await analyze(' { from: bench/run.txt }');
  expect(assessment?.engines[0]?.observations).toHaveLength(1);
  for (const { range } of findings) expect(range).toBeDefined();
});

describe('is a finding on the path where', () => {
  const problems: readonly (readonly [path: string, words: string])[] = [
    ['bench/none.json', 'does not exist'],
    ['../outer.txt', 'outside'],
    ['/etc/hosts', 'outside'],
    ['file:///etc/hosts', 'outside'],
    ['bench/cut.json', 'cut off'],
    ['bench/other.json', 'not the output'],
    ['bench/deeper.json', 'cannot be read'],
    ['bench/*.csv', 'matches no file'],
    ['none/*.csv', 'matches no file'],
    ['../*.txt', 'outside'],
    ['*/run.txt', 'only the name'],
    ['bench/link.txt', 'outside'],
    ['linked/*.txt', 'outside'],
  ];
  test.each(problems)('%s', async (path, words) => {
    writeFileSync(join(folder, 'bench/cut.json'), '{"benchmarks": [{"a": 1');
    writeFileSync(join(folder, 'bench/other.json'), '{"name": "x"}');
    symlinkSync(join(outer, 'outer.txt'), join(folder, 'bench/link.txt'));
    symlinkSync(outer, join(folder, 'linked'));
    for (const observations of [` { from: "${path}" }`, `\n      - from: "${path}"`]) {
      const { found, at, read } = await analyze(observations);
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(words);
      expect(at[0]).toContain(path);
      expect(read).toEqual([]);
    }
  });
});

test('a file that fails in a pattern is named, and the others count', async () => {
  writeFileSync(join(folder, 'bench/a.txt'), 'hello');
  const { found, read } = await analyze(' { from: bench/*.txt }');
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('bench/a.txt');
  expect(read).toHaveLength(1);
});

test('more files than the limit are not read', async () => {
  for (let i = 0; i < 51; i++) put('vllm-block.golden.txt', `n${i}.log`);
  const { found } = await analyze(' { from: bench/*.log }');
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('50');
});

test('what is not read yet, or failed already, is no further finding', async () => {
  const codesOf = (text: string, files = new Map()): readonly string[] =>
    analyzePlan(text, { files }).findings.map(({ code }) => code);
  const without = codesOf(planOf(' []'));
  expect(without.length).toBeGreaterThan(1);
  for (const from of [' { from: bench/none.txt }', '\n      - from: bench/none.txt']) {
    expect(codesOf(planOf(from))).toEqual(['scenario.no-spare']);
    const failed = (await analyze(from)).findings.map(({ code }) => code);
    expect(failed).toEqual(['plan.file', 'scenario.no-spare']);
  }
});

test('keys beside from are unknown', async () => {
  const { findings } = await analyze('\n      - { from: bench/run.txt, users: 3 }');
  expect(findings.map(({ code }) => code)).toContain('plan.unknown-key');
});

test('what stands beside the files holds for all their runs', async () => {
  const beside = 'servers: 2, parallel: 64, source: reported, promptTokens: { mean: 600, cv: 1 }';
  const { read, found } = await analyze(` { from: bench/*.json, ${beside} }`);
  expect(found).toEqual([]);
  expect(read.length).toBeGreaterThan(1);
  for (const observation of read) {
    expect(observation.source.value).toBe('reported');
    expect(observation.servers?.value).toBe(2);
    expect(observation.parallel?.value).toBe(64);
    expect(observation.promptTokens?.value).toBe(600);
  }
});

test('what cannot be read beside the files is one finding, and leaves them out', async () => {
  const { read, findings, text } = await analyze(' { from: bench/*.json, servers: many }');
  const bad = findings.filter(({ severity }) => severity === 'error');
  expect(bad.map(({ range }) => text.slice(range.start, range.end))).toEqual(['many']);
  expect(read).toEqual([]);
  const lengths = await analyze(' { from: bench/*.json, promptTokens: { mean: none } }');
  expect(
    lengths.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ range }) => lengths.text.slice(range.start, range.end)),
  ).toEqual(['none']);
});
