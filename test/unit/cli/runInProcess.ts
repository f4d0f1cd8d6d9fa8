import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFile } from '../../../src/cli/files/createFile';
import { run } from '../../../src/cli/run';
import { ROOT, type Ran } from './runCli';

export interface InProcessOptions {
  readonly stdin?: string;
  /** Folder that relative names start from. */
  readonly cwd?: string;
  readonly colours?: boolean;
}

/** Runs the command line in the process of the tests: what a process of its own adds is for `runCli.ts`. */
export async function runInProcess(
  args: readonly string[],
  { stdin = '', cwd = ROOT, colours = false }: InProcessOptions = {},
): Promise<Ran> {
  const written = { out: '', error: '' };
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await run(args, {
      write: (stream, text) => (written[stream] += text),
      readStdin: () => Promise.resolve(stdin),
      colours,
      createFile,
      toolVersion: () => VERSION,
    });
    return { code, ...written };
  } finally {
    process.chdir(before);
  }
}

const { version: VERSION } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
};
