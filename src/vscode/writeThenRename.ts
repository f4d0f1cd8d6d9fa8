/** Replaces a file by a whole new one, whatever file system it is on. */
import type { FileSystem, Uri } from 'vscode';

export type Files = Pick<FileSystem, 'writeFile' | 'rename' | 'delete'>;

/**
 * Writes the temporary file first, so that a full disk leaves the last good file as it was. Not every virtual file
 * system renames; then the file, which could be written, is written once more in its place.
 */
export async function writeThenRename(
  files: Files,
  { file, temporary }: { readonly file: Uri; readonly temporary: Uri },
  content: Uint8Array,
): Promise<void> {
  try {
    await files.writeFile(temporary, content);
  } catch (error) {
    await discard(files, temporary);
    throw error;
  }
  try {
    await files.rename(temporary, file, { overwrite: true });
  } catch {
    await discard(files, temporary);
    await files.writeFile(file, content);
  }
}

/** Where even that fails, there is nothing left to do about it. */
async function discard(files: Files, temporary: Uri): Promise<void> {
  try {
    await files.delete(temporary);
  } catch {
    return;
  }
}
