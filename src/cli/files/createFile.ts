import { open } from 'node:fs/promises';

/** Writes a file that is not there yet, whole and down to the disk; undefined permissions are the usual ones. */
export async function createFile(
  path: string,
  text: string,
  permissions: number | undefined,
): Promise<void> {
  const file = await open(path, 'wx');
  try {
    if (permissions !== undefined) await file.chmod(permissions);
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}
