import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './runCli';
import { planFolder, type PlanFolder } from './plans';
import { runInProcess as run } from './runInProcess';

const DATA = join(ROOT, 'test/data/benchmarks');
const PLAN = `version: 1 # mine
workload: { users: 64, thinkTime: 10s }
nodes: { l4: { gpu: L4 } }
engines:
  vllm:
    type: vllm # new
    node: l4
scenarios: { A: { engine: vllm, parallel: 64 } }
`;
const TWO = PLAN.replace('scenarios:', '  other: { node: l4 }\nscenarios:');

let folder: PlanFolder;
beforeAll(() => {
  folder = planFolder({ 'one.capacity.yaml': PLAN, 'two.capacity.yaml': TWO, 'x.txt': 'nothing' });
});
afterAll(() => folder.remove());

const data = (name: string): string => join(DATA, name);
const plan = (name: string): string => join(folder.path, name);
const textOf = (name: string): string => readFileSync(plan(name), 'utf8');

test('prints observations, and what is left out on standard error', async () => {
  const { code, out, error } = await run(['import', data('vllm-block.golden.txt')]);
  expect(code).toBe(0);
  expect(out).toContain(
    'observations:\n  - name: vllm bench serve, 64 users\n    source: measured\n',
  );
  expect(out).toContain('    latency: 11.87963s\n');
  expect(error).toContain('vllm-block.golden.txt: vllm bench serve (printed), 1 run\n');
  expect(error).toContain('  Inter-token latency is left out: a plan has TPOT.\n');
});

test('reads standard input', async () => {
  const stdin = readFileSync(data('ollama.golden.txt'), 'utf8');
  const { code, out } = await run(['import', '-'], { stdin });
  expect([code, out.includes('tpot: 104.84ms'), out.includes('note:')]).toEqual([0, true, false]);
});

test('writes into a plan once, keeps its comments, and leaves no other file', async () => {
  const args = ['import', data('vllm-json.golden.json'), '--into', plan('one.capacity.yaml')];
  const before = readdirSync(folder.path);
  const { code, out } = await run(args);
  expect([code, out]).toEqual([
    0,
    `${plan('one.capacity.yaml')}: 1 observation added to engine vllm\n`,
  ]);
  const written = textOf('one.capacity.yaml');
  expect(written).toContain(
    '    type: vllm # new\n    node: l4\n    observations:\n      - name: vllm bench serve, 16 users\n        source: measured\n',
  );
  const again = await run(args);
  expect([again.code, again.out.includes('1 run was there already')]).toEqual([0, true]);
  expect(textOf('one.capacity.yaml')).toBe(written);
  expect(readdirSync(folder.path)).toEqual(before);
  const checked = await run(['check', plan('one.capacity.yaml')]);
  expect(checked.out).not.toContain('plan.');
});

test('several files become several points of the engine that is named', async () => {
  const files = ['sglang-json.golden.jsonl', 'aiperf.golden.json'].map(data);
  const into = ['--into', plan('two.capacity.yaml')];
  const asked = await run(['import', ...files, ...into]);
  expect([asked.code, asked.error.includes('name one with --engine: "vllm", "other"')]).toEqual([
    2,
    true,
  ]);
  expect(textOf('two.capacity.yaml')).toBe(TWO);
  const { code, out } = await run(['import', ...files, ...into, '--engine', 'other']);
  expect([code, out.includes('3 observations added to engine other')]).toEqual([0, true]);
  expect(textOf('two.capacity.yaml')).toMatch(
    / {2}other: \{ node: l4, observations: \[ \{ name: "sglang/,
  );
});

test('says which file is no benchmark, and imports the others', async () => {
  const { code, out, error } = await run(['import', plan('x.txt'), data('ollama.golden.txt')]);
  expect([code, out.includes('ollama run')]).toEqual([1, true]);
  expect(error).toContain(
    'x.txt: not imported\n  This is not the output of a known benchmark tool.',
  );
});

test.each([
  [['import'], 'import takes at least one FILE'],
  [['import', 'x', '--engine', 'e'], '--engine names an engine of the plan of --into'],
  [['import', 'no-such-file'], 'no such file'],
])('refuses %j', async (args, words) => {
  const { code, error } = await run(args);
  expect([code, error.includes(words)]).toEqual([2, true]);
});

test('refuses a file that is too long, and a plan that has no place for observations', async () => {
  const long = plan('long.json');
  writeFileSync(long, Buffer.alloc(64_000_001, 32));
  const refused = await run(['import', long]);
  expect([refused.code, refused.error.includes('longer than 64 MB')]).toEqual([2, true]);
  const alias = PLAN.replace('    node: l4\n', '    node: l4\n    observations: *none\n');
  writeFileSync(plan('alias.capacity.yaml'), alias.replace('version', 'x-none: &none []\nversion'));
  const unwritable = await run([
    ...['import', data('ollama.golden.txt'), '--into', plan('alias.capacity.yaml')],
  ]);
  expect([unwritable.code, unwritable.error.includes('come from an alias')]).toEqual([2, true]);
  expect(existsSync(plan('alias.capacity.yaml'))).toBe(true);
});
