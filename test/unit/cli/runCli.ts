import { spawn } from 'node:child_process';
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

function runNode(args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const { NO_COLOR: _none, FORCE_COLOR: _forced, ...env } = process.env;
    const child = spawn(process.execPath, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...env, ...options.env },
    });
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
    child.stdin.end(options.stdin ?? '');
  });
}
