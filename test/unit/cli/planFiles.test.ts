/** A plan that names the `config.json` of a model: which files are read, and what is said of others. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlanFiles } from '../../../src/cli/planFiles';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { describeFinding } from '../../../src/messages/findings';
import { MAX_FILE_BYTES } from '../../../src/plan/planFiles';

const CONFIG = join(import.meta.dirname, '../../data/configs/meta-llama--Meta-Llama-3.1-8B.json');

const planOf = (path: string): string => `version: 1
workload: { users: 8, thinkTime: 0s, promptTokens: 1000, outputTokens: 100 }
nodes: { n: { gpu: L4 } }
engines: { e: { type: vllm, node: n, model: ${JSON.stringify(path)} } }
scenarios: { A: { engine: e, parallel: 8 } }
`;

let folder = '';
let outer = '';
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'plan-files-'));
  folder = join(outer, 'plans');
  mkdirSync(join(folder, 'models'), { recursive: true });
  cpSync(CONFIG, join(folder, 'models', 'config.json'));
  cpSync(CONFIG, join(outer, 'config.json'));
});
afterEach(() => {
  rmSync(outer, { recursive: true });
});

async function analyze(path: string) {
  const text = planOf(path);
  const files = await readPlanFiles({ file: join(folder, 'a.capacity.yaml'), text });
  const { assessment, findings } = analyzePlan(text, { files });
  const found = findings.filter(({ code }) => code === 'plan.file').map(describeFinding);
  return { memory: assessment?.scenarios[0]?.memory, found, files };
}

test('beside the plan, it tells what the model takes', async () => {
  const { memory, found } = await analyze('models/config.json');
  expect(found).toEqual([]);
  expect(memory?.weights.value).toBeCloseTo(16.06e9, -8);
});

describe('is a finding where', () => {
  test('it is not there', async () => {
    const { memory, found } = await analyze('models/other/config.json');
    expect(memory).toBeUndefined();
    expect(found).toHaveLength(1);
  });

  test.each(['../config.json', '/etc/config.json', 'file:///etc/config.json', 'C:\\config.json'])(
    'it is elsewhere: %s',
    async (path) => {
      const { memory, found } = await analyze(path);
      expect(memory).toBeUndefined();
      expect(found).toHaveLength(1);
    },
  );

  test('a link leads elsewhere', async () => {
    symlinkSync(join(outer, 'config.json'), join(folder, 'link.json'));
    expect((await analyze('link.json')).files.get('link.json')).toEqual({ problem: 'outside' });
  });

  test('it is too large, a folder, or no text', async () => {
    writeFileSync(join(folder, 'large.json'), ' '.repeat(MAX_FILE_BYTES + 1));
    mkdirSync(join(folder, 'folder.json'));
    writeFileSync(join(folder, 'bytes.json'), Buffer.from([0xff, 0xfe, 0xfd]));
    for (const [name, problem] of [
      ['large.json', 'too-large'],
      ['folder.json', 'unreadable'],
      ['bytes.json', 'unreadable'],
    ] as const) {
      const { files, found } = await analyze(name);
      expect(files.get(name)).toEqual({ problem });
      expect(found).toHaveLength(1);
    }
  });

  test('it is no config.json of a model', async () => {
    writeFileSync(join(folder, 'package.json'), '{ "name": "x" }');
    expect((await analyze('package.json')).found).toHaveLength(1);
  });
});

test('a plan without such a path reads nothing', async () => {
  expect((await analyze('llama3.1:8b')).files.size).toBe(0);
});
