/** Replaces a file by a whole new one, on any file system. */
import type { FileSystem, Uri } from 'vscode';

export type Files = Pick<FileSystem, 'writeFile' | 'rename' | 'delete'>;

/**
 * Writes the temporary file first, so that a full disk leaves the last good file intact. Not every virtual file
 * system renames. On those the file is written once more, in its place.
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

/** Deletes the temporary file. A failure here has no remedy. */
async function discard(files: Files, temporary: Uri): Promise<void> {
  try {
    await files.delete(temporary);
  } catch {
    return;
  }
}
