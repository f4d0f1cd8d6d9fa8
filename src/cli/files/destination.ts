/** Where a file that is written ends up. */
import { constants } from 'node:fs';
import { access, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

export type Destination =
  /** A pipe or a device takes the text itself; nothing can take its place. */
  | { readonly kind: 'stream'; readonly path: string }
  /** The path is behind all links, so that they stay; the permissions are those of the file that is there. */
  | { readonly kind: 'file'; readonly path: string; readonly permissions: number | undefined };

/** @throws Where it is a folder, or a file that may not be written. */
export async function findDestination(path: string): Promise<Destination> {
  const found = await stat(path).catch(unlessMissing);
  if (!found) return { kind: 'file', path: await followLinks(path), permissions: undefined };
  if (found.isDirectory()) throw new Error('it is a folder');
  await access(path, constants.W_OK);
  if (!found.isFile()) return { kind: 'stream', path };
  return { kind: 'file', path: await realpath(path), permissions: found.mode & 0o777 };
}

/** A link to a file that is not there yet leads somewhere too. */
async function followLinks(path: string): Promise<string> {
  const link = await readlink(path).catch(() => undefined);
  if (link === undefined) return path;
  return followLinks(resolve(await realpath(dirname(path)), link));
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return undefined;
}

/** Whether a name is that of a pipe or a device. */
export async function isStream(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}
