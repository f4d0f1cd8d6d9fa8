/** Reads the plans that a command names: files, globs and standard input. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { Failure } from './failure';
import { identityOf } from './files/identity';
import type { Io } from './commandIo';

/** The text of a plan, with the name that the user gave. */
export interface Input {
  readonly file: string;
  readonly text: string;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** Inputs that could not be read, and why. */
  readonly failures: readonly string[];
}

/** Longest file that is read, and what to say of a longer one. */
interface Limit {
  readonly bytes: number;
  readonly words: string;
}

/**
 * Reads files, globs and standard input. Reads each file once, under whatever names or links it is given. One that
 * cannot be read keeps none of the others back.
 */
export async function readInputs(
  patterns: readonly string[],
  io: Io,
  limit?: Limit,
): Promise<Inputs> {
  const inputs: Input[] = [];
  const failures: string[] = [];
  const seen = new Set<string>();
  for (const pattern of patterns) {
    for (const file of await expand(pattern)) {
      const place = file === '-' ? file : ((await identityOf(file)) ?? resolve(file));
      if (seen.has(place)) continue;
      seen.add(place);
      const text = await readText(file, io, limit);
      if (text instanceof Failure) failures.push(text.message);
      else inputs.push({ file: file === '-' ? '<stdin>' : file, text });
    }
  }
  return { inputs, failures };
}

/** Reads the plan of a command that takes exactly one. */
export async function readInput(file: string, io: Io, limit?: Limit): Promise<Input> {
  const { inputs, failures } = await readInputs([file], io, limit);
  const [input, ...others] = inputs;
  if (!input) throw new Failure(failures.join('; '), 'input');
  if (others.length > 0) throw new Failure(`${file} matches ${inputs.length} files`, 'usage');
  return input;
}

/** Expands a glob. A name of an existing file is that file, whatever characters it has. */
async function expand(pattern: string): Promise<readonly string[]> {
  if (pattern === '-' || !isDynamicPattern(pattern) || (await isFile(pattern))) return [pattern];
  const files = await glob(pattern.replaceAll('\\', '/'), { expandDirectories: false });
  if (files.length === 0) return [pattern];
  return files.sort();
}

async function readText(file: string, io: Io, limit?: Limit): Promise<string | Failure> {
  try {
    if (limit && file !== '-' && (await stat(file)).size > limit.bytes) {
      return new Failure(`cannot read ${file}: ${limit.words}`, 'input');
    }
    const text = file === '-' ? await io.readStdin() : await readFile(file, 'utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text; // editors do the same
  } catch (error) {
    const name = file === '-' ? 'standard input' : file;
    return new Failure(`cannot read ${name}: ${reasonOf(error, file)}`, 'input');
  }
}

function reasonOf(error: unknown, file: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return isDynamicPattern(file) ? 'no file matches' : 'no such file';
  if (code === 'EISDIR' && file === '-') return 'it is a folder';
  if (code === 'EISDIR')
    return `it is a folder; "${file.replace(/[\\/]+$/, '')}/**/*.capacity.yaml" names its plans`;
  if (code === 'EACCES') return 'permission denied';
  return message;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
