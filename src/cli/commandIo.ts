/** Gives commands what they need of their process. All their text passes here and becomes harmless. */
import { makeHarmless, type OutputKind } from './harmless';
import type { Host } from './host';

export interface Io extends Pick<Host, 'readStdin' | 'colours' | 'createFile' | 'toolVersion'> {
  /** Takes the output whole or in chunks; a chunk ends with a line, or between two values of JSON. */
  readonly writeOut: (text: string, kind?: OutputKind) => void;
  readonly writeError: (text: string) => void;
}

export function ioOf({ write, colours, ...host }: Host): Io {
  return {
    ...host,
    colours,
    writeOut: (text, kind = 'text') => write('out', makeHarmless(text, kind, colours)),
    writeError: (text) => write('error', makeHarmless(text, 'text', colours)),
  };
}
