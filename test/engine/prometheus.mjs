// Starts a real Prometheus that looks at a server every second, for tests: Debian's own, where it can be had.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'out', 'prometheus');
const UNPACKED = join(FOLDER, 'usr', 'bin', 'prometheus');

/**
 * Finds the program, or unpacks Debian's package into out/, which needs no rights.
 * @returns undefined where it cannot be had, which is said.
 */
export function findPrometheus() {
  const installed = spawnSync('prometheus', ['--version']);
  if (installed.status === 0) return 'prometheus';
  if (existsSync(UNPACKED)) return UNPACKED;
  mkdirSync(FOLDER, { recursive: true });
  const inFolder = { cwd: FOLDER, encoding: 'utf8', timeout: 300_000 };
  const loaded = spawnSync('apt-get', ['download', 'prometheus'], inFolder);
  const file = readdirSync(FOLDER).find((name) => name.endsWith('.deb'));
  if (file) spawnSync('dpkg', ['-x', file, '.'], inFolder);
  const works = existsSync(UNPACKED) && spawnSync(UNPACKED, ['--version']).status === 0;
  if (works) return UNPACKED;
  const why = loaded.error?.message ?? loaded.stderr.trim();
  console.log(`skipped: no Prometheus here (apt-get download prometheus: ${why || 'no package'})`);
  rmSync(FOLDER, { recursive: true, force: true });
  return undefined;
}

/**
 * @param targets Hosts and ports whose /metrics it reads.
 * @param history What it has seen before, as OpenMetrics with timestamps.
 */
export async function startPrometheus(program, targets, history) {
  const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
  if (history !== undefined) fill(program, folder, history);
  const config = join(folder, 'prometheus.yml');
  const jobs = [{ job_name: 'llm', static_configs: [{ targets }] }];
  writeFileSync(
    config,
    JSON.stringify({ global: { scrape_interval: '1s' }, scrape_configs: jobs }),
  );
  const child = spawn(
    program,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      '--web.listen-address=127.0.0.1:0',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${await portOf(child, ended)}`;
  return {
    url,
    /** Value of a query; undefined if it has none yet. */
    value: async (query) => {
      const answer = await fetch(`${url}/api/v1/query?${new URLSearchParams({ query })}`);
      const { data } = await answer.json();
      const [first] = data?.result ?? [];
      return first && Number(first.value[1]);
    },
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** Writes the blocks of a database with the tool that comes with Prometheus. */
function fill(program, folder, history) {
  const file = join(folder, 'history.txt');
  writeFileSync(file, history);
  const tool = program.replace(/prometheus$/, 'promtool');
  const args = ['tsdb', 'create-blocks-from', 'openmetrics', file, join(folder, 'data')];
  const { status, error, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`promtool ended with ${status ?? error}: ${stderr}`);
}

async function portOf(child, ended) {
  let said = '';
  const port = new Promise((resolve) => {
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const found = /Listening on.*address=\S*:(\d+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  const failed = ended.then((code) => {
    throw new Error(`Prometheus ended with ${code}: ${said}`);
  });
  return Promise.race([port, failed]);
}
