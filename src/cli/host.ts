/** Gives the command line its process: the only file that writes to the process's streams. */
import { fstatSync, writeSync } from 'node:fs';
import { createFile } from './files/createFile';
import { toolVersion } from './version';

export interface Host {
  readonly write: (stream: 'out' | 'error', text: string) => void;
  readonly readStdin: () => Promise<string>;
  /** True if the output is a terminal that shows colours. */
  readonly colours: boolean;
  /** Creates a file, whole, that must not exist yet. */
  readonly createFile: (
    path: string,
    text: string,
    permissions: number | undefined,
  ) => Promise<void>;
  /** Reads the version of the package that runs. */
  readonly toolVersion: () => string;
}

export function processHost(): Host {
  return {
    write: (stream, text) => writeWhole(stream === 'out' ? 1 : 2, text),
    readStdin,
    colours: hasColours(),
    createFile,
    toolVersion,
  };
}

/** Returns true if output may be coloured. Any value but the empty one counts: see https://no-color.org. */
function hasColours(): boolean {
  const { NO_COLOR: none, FORCE_COLOR: forced, TERM: terminal } = process.env;
  if (none !== undefined && none !== '') return false;
  if (forced !== undefined && forced !== '') return forced !== '0';
  return process.stdout.isTTY && terminal !== 'dumb';
}

/**
 * Reads standard input.
 * @throws An error with the code EISDIR for a folder, which Node's own stream takes for an empty file.
 */
async function readStdin(): Promise<string> {
  if (fstatSync(0).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

/** Writes at once and whole, to a pipe as well. A reader that has gone (`| head`) ends the output quietly. */
function writeWhole(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code === 'EAGAIN') continue; // the pipe is full: try again
      if (descriptor === 2) return; // there is no stream left to report on
      throw error;
    }
  }
}
