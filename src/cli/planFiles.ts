/** Reads the files that a plan names: beside it, and inside of its folder or of the working directory. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { observeFile, type FileText } from '../benchmark/observeFiles';
import { MAX_BENCHMARK_BYTES } from '../benchmark/readBenchmark';
import { readPattern, type FilePattern } from '../plan/filePattern';
import { filesNamedIn } from '../plan/filesNamed';
import {
  MAX_FILE_BYTES,
  MOST_MATCHES,
  type FileProblem,
  type ObservedFile,
  type PlanFile,
  type PlanFiles,
} from '../plan/planFiles';
import type { Input } from './readInputs';

export async function readPlanFiles({ file, text }: Input): Promise<PlanFiles> {
  const named = filesNamedIn(text);
  const folder = file === '<stdin>' ? process.cwd() : dirname(resolve(file));
  const read = named.map(async ({ path, holds }) => {
    const file: PlanFile =
      holds === 'model'
        ? await readOne(folder, path, MAX_FILE_BYTES)
        : { observed: await readObserved(folder, path) };
    return [path, file] as const;
  });
  return new Map(await Promise.all(read));
}

async function readObserved(folder: string, path: string): Promise<readonly ObservedFile[]> {
  const pattern = readPattern(path);
  if (pattern === 'bad') return [{ file: path, problem: 'bad-pattern' }];
  if (!pattern) return [observeFile(await readBenchmarkFile(folder, path))];
  const names = await namesIn(folder, pattern);
  if ('problem' in names) return [{ file: path, problem: names.problem }];
  const chosen = pattern.choose(names.names);
  if (chosen.length === 0) return [{ file: path, problem: 'no-match' }];
  const observed: ObservedFile[] = [];
  // one after the other: together they could be gigabytes
  for (const name of chosen.slice(0, MOST_MATCHES))
    observed.push(observeFile(await readBenchmarkFile(folder, pattern.folder + name)));
  if (chosen.length > MOST_MATCHES) observed.push({ file: path, problem: 'too-many' });
  return observed;
}

async function readBenchmarkFile(folder: string, file: string): Promise<FileText> {
  const read = await readOne(folder, file, MAX_BENCHMARK_BYTES);
  return { file, text: 'text' in read ? read.text : read };
}

async function namesIn(
  folder: string,
  pattern: FilePattern,
): Promise<{ readonly names: readonly string[] } | { readonly problem: 'outside' | 'no-match' }> {
  const place = resolve(folder, pattern.folder);
  const isAllowed = (at: string, roots: readonly string[]): boolean =>
    roots.some((root) => at === root || isWithin(at, root));
  if (!isAllowed(place, [folder, process.cwd()])) return { problem: 'outside' };
  try {
    const real = await realpath(place);
    const roots = await Promise.all([realpath(folder), realpath(process.cwd())]);
    if (!isAllowed(real, roots)) return { problem: 'outside' };
    const entries = await readdir(real, { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    return { names: files.map(({ name }) => name) };
  } catch {
    return { problem: 'no-match' };
  }
}

async function readOne(
  folder: string,
  path: string,
  limit: number,
): Promise<{ readonly text: string } | { readonly problem: FileProblem }> {
  const place = resolve(folder, path);
  if (!isWithin(place, folder) && !isWithin(place, process.cwd())) return { problem: 'outside' };
  try {
    // through links a file may be elsewhere
    const real = await realpath(place);
    const allowed = await Promise.all([realpath(folder), realpath(process.cwd())]);
    if (!allowed.some((root) => isWithin(real, root))) return { problem: 'outside' };
    const found = await stat(real);
    if (!found.isFile()) return { problem: 'unreadable' };
    if (found.size > limit) return { problem: 'too-large' };
    const bytes = await readFile(real);
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
  }
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
