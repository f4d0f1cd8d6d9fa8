/** Whole comparisons, byte for byte: `UPDATE_GOLDEN=1 npx vitest run test/unit/cli/compare.test.ts` writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './runCli';
import { runInProcess } from './runInProcess';

const FOLDER = join(ROOT, 'test', 'golden', 'compare');
const compare = (...args: readonly string[]) => runInProcess(['compare', ...args], { cwd: FOLDER });

describe('capacity-plan compare', () => {
  test.each([
    ['files', ['before.csv', 'after.csv'], 0],
    ['file-and-plan', ['chat.capacity.yaml#vllm', 'after.csv'], 0],
    ['engines', ['chat.capacity.yaml#vllm', 'chat.capacity.yaml#sglang'], 0],
    ['other-lengths', ['../../data/benchmarks/guidellm-v2.golden.json', 'after.csv'], 1],
    ['json', ['before.csv', 'after.csv', '--json'], 0],
  ])('%s', async (name, args, expected) => {
    const { code, out, error } = await compare(...args);
    expect(error).toBe('');
    expect(code).toBe(expected);
    const golden = join(FOLDER, `${name}.golden.txt`);
    const shown = out.replace(/"version": "\d+\.\d+\.\d+"/, '"version": "0.0.0"');
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, shown);
    expect(shown).toBe(readFileSync(golden, 'utf8'));
  });

  test('a run does not differ from itself', async () => {
    const { out } = await compare('before.csv', 'before.csv');
    expect(out).toMatch(/^No difference beyond the noise at 1 user, 8 users and 32 users \(±/);
    expect(out).not.toContain('B is');
  });

  test.each([
    [['before.csv'], 'compare takes two files'],
    [['before.csv', 'chat.capacity.yaml'], 'The plan has several engines. Name one'],
    [['before.csv', 'chat.capacity.yaml#tgi'], 'The plan has no engine tgi'],
    [['before.csv', 'missing.json'], 'no such file'],
    [['before.csv', 'engines.golden.txt'], 'not the output of a known benchmark tool'],
  ])('%j: %s', async (args, message) => {
    const { code, error } = await compare(...args);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});
