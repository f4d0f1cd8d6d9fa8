import { spawn, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

export const ROOT = join(import.meta.dirname, '..', '..', '..');
export const EXAMPLE = 'examples/ollama-1000-users.capacity.yaml';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export interface RunOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** File or folder that standard input is. */
  readonly stdinFile?: string;
  readonly stdoutFile?: string;
  /** Whether nobody reads standard output. */
  readonly closesOutput?: boolean;
}

export type RunCli = (args: readonly string[], options?: RunOptions) => Promise<Ran>;

/**
 * Bundles the command line as `esbuild.mjs` does, one folder below the manifest, and runs it in processes
 * of its own.
 * @param name Of the bundle: test files run at the same time.
 */
export async function buildCli(name: string): Promise<RunCli> {
  const outfile = join(ROOT, 'out', `cli-${name}.js`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    alias: {
      yaml: join(ROOT, 'node_modules', 'yaml', 'browser', 'index.js'),
      tinyglobby: join(ROOT, 'node_modules', 'tinyglobby', 'dist', 'index.cjs'),
    },
  });
  return (args, options = {}) => runNode([outfile, ...args], options);
}

async function runNode(args: readonly string[], options: RunOptions): Promise<Ran> {
  const { NO_COLOR: _none, FORCE_COLOR: _forced, ...env } = process.env;
  const input = options.stdinFile === undefined ? undefined : await open(options.stdinFile, 'r');
  const output = options.stdoutFile === undefined ? undefined : await open(options.stdoutFile, 'w');
  const child = spawn(process.execPath, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...env, ...options.env },
    stdio: [input?.fd ?? 'pipe', output?.fd ?? 'pipe', 'pipe'],
  });
  const ran = ranOf(child, options);
  await input?.close();
  await output?.close();
  return ran;
}

function ranOf(child: ChildProcess, options: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    let out = '';
    let error = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
    if (options.closesOutput) child.stdout?.destroy();
    child.stdin?.end(options.stdin ?? '');
  });
}
