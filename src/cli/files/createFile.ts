import { open } from 'node:fs/promises';

/**
 * Creates a file that must not exist yet, whole and synced to the disk. Permissions that are undefined are the usual
 * ones.
 */
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
