/** What the commands know of the process that they run in. */
import { writeSync } from 'node:fs';

export interface Io {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly readStdin: () => Promise<string>;
  /** Whether the output is a terminal that shows colours. */
  readonly colours: boolean;
}

export function processIo(): Io {
  return {
    writeOut: (text) => writeWhole(1, text),
    writeError: (text) => writeWhole(2, text),
    readStdin,
    colours: hasColours(),
  };
}

/** See https://no-color.org: any value but the empty one counts. */
function hasColours(): boolean {
  const { NO_COLOR: none, FORCE_COLOR: forced, TERM: terminal } = process.env;
  if (none !== undefined && none !== '') return false;
  if (forced !== undefined && forced !== '') return forced !== '0';
  return process.stdout.isTTY && terminal !== 'dumb';
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

/** At once and whole, to a pipe as well; a reader that has gone (`| head`) ends the output quietly. */
function writeWhole(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error; // a full pipe: try again
    }
  }
}
