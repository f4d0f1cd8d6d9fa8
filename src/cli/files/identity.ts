/** Tells if two names lead to one file: through links, relative paths, or letters in another case. */
import { fstatSync, type BigIntStats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';

/** @returns The identity of the file, or undefined if nothing has that name. */
export async function identityOf(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path, { bigint: true });
    return hasNumber(found) ? numberOf(found) : await realpath(path);
  } catch {
    return undefined;
  }
}

/** @returns The identity of the file behind standard input (0) or output (1), or undefined if unknown. */
export function identityOfStream(descriptor: 0 | 1): string | undefined {
  try {
    const found = fstatSync(descriptor, { bigint: true });
    return hasNumber(found) ? numberOf(found) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns false on network file systems that number no files. */
function hasNumber({ ino }: BigIntStats): boolean {
  return ino !== 0n;
}

function numberOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}
