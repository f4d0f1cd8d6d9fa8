/** Reads the files that a plan names: beside it, and inside of its folder or of the working directory. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { filesNamedIn } from '../plan/filesNamed';
import { MAX_FILE_BYTES, type PlanFile, type PlanFiles } from '../plan/planFiles';
import type { Input } from './readInputs';

export async function readPlanFiles({ file, text }: Input): Promise<PlanFiles> {
  const paths = filesNamedIn(text);
  const folder = file === '<stdin>' ? process.cwd() : dirname(resolve(file));
  const read = paths.map(async (path) => [path, await readOne(folder, path)] as const);
  return new Map(await Promise.all(read));
}

async function readOne(folder: string, path: string): Promise<PlanFile> {
  const place = resolve(folder, path);
  if (!isWithin(place, folder) && !isWithin(place, process.cwd())) return { problem: 'outside' };
  try {
    // through links a file may be elsewhere
    const real = await realpath(place);
    const allowed = await Promise.all([realpath(folder), realpath(process.cwd())]);
    if (!allowed.some((root) => isWithin(real, root))) return { problem: 'outside' };
    const found = await stat(real);
    if (!found.isFile()) return { problem: 'unreadable' };
    if (found.size > MAX_FILE_BYTES) return { problem: 'too-large' };
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
