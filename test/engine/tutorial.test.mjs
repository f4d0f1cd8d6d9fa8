// The step of the tutorial that measures, against a real llama.cpp, with few and short requests.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEST_MS } from '../runner/until.mjs';
import { FOLDER, readTutorial } from '../support/tutorial.mjs';
import { startEngine } from './engine.mjs';

const CLI = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'cli.js');
const SHORT = [
  '--prompt-tokens',
  '24',
  '--output-tokens',
  '8',
  '--requests',
  '4',
  '--seconds',
  '9',
];

describe('the tutorial on a real engine', function () {
  this.timeout(TEST_MS);
  let engine;
  let folder;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tutorial-'));
    cpSync(FOLDER, folder, { recursive: true });
    engine = await startEngine();
  });
  after(async () => {
    await engine.stop();
    rmSync(folder, { recursive: true });
  });

  it('measures, compares and writes', () => {
    const steps = readTutorial().steps.filter(({ words }) =>
      ['import', 'measure'].includes(words[0]),
    );
    assert.ok(steps.some(({ needsServer }) => needsServer));
    for (const { words, needsServer } of steps) {
      const all = words.map((word) => (word.startsWith('http:') ? engine.url : word));
      const args = [CLI, ...all, ...(needsServer ? SHORT : [])];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
      if (!needsServer) continue;
      assert.match(stderr, /predicted/);
      assert.match(stdout, /observations? added to engine vllm/);
    }
    const plan = readFileSync(join(folder, 'chat.capacity.yaml'), 'utf8');
    assert.match(plan, /name: capacity-plan measure/);
  });
});
