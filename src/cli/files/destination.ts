/** Finds where a written file ends up: behind links, or in a pipe or device. */
import { constants } from 'node:fs';
import { access, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

export type Destination =
  /** A pipe or a device takes the text itself. Nothing can replace it. */
  | { readonly kind: 'stream'; readonly path: string }
  /** The path is behind all links, so that links stay. The permissions are those of the existing file. */
  | { readonly kind: 'file'; readonly path: string; readonly permissions: number | undefined };

/** @throws If it is a folder, or a file that may not be written. */
export async function findDestination(path: string): Promise<Destination> {
  const found = await stat(path).catch(unlessMissing);
  if (!found) return { kind: 'file', path: await followLinks(path), permissions: undefined };
  if (found.isDirectory()) throw new Error('it is a folder');
  await access(path, constants.W_OK);
  if (!found.isFile()) return { kind: 'stream', path };
  return { kind: 'file', path: await realpath(path), permissions: found.mode & 0o777 };
}

/** Follows links, also one that leads to a file that does not exist yet. */
async function followLinks(path: string): Promise<string> {
  const link = await readlink(path).catch(() => undefined);
  if (link === undefined) return path;
  return followLinks(resolve(await realpath(dirname(path)), link));
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return undefined;
}

/** Returns true if the name is that of a pipe or a device. */
export async function isStream(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}
