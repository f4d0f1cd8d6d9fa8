/** Tells whether two names lead to one file: by links, relative paths, or letters in another case. */
import { fstatSync, type BigIntStats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';

/** @returns Undefined where there is nothing by that name. */
export async function identityOf(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path, { bigint: true });
    return hasNumber(found) ? numberOf(found) : await realpath(path);
  } catch {
    return undefined;
  }
}

/** @returns What standard input (0) or output (1) leads to; undefined where that is unknown. */
export function identityOfStream(descriptor: 0 | 1): string | undefined {
  try {
    const found = fstatSync(descriptor, { bigint: true });
    return hasNumber(found) ? numberOf(found) : undefined;
  } catch {
    return undefined;
  }
}

/** Some file systems of networks number nothing. */
function hasNumber({ ino }: BigIntStats): boolean {
  return ino !== 0n;
}

function numberOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}
