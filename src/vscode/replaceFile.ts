/** Saves a file whole or not at all, through VS Code's own file system alone. */
import * as vscode from 'vscode';
import { randomName } from './randomName';
import { writeThenRename } from './writeThenRename';

/** @throws If it would replace a plan, or cannot be written. */
export async function replaceFile(file: vscode.Uri, content: string | Uint8Array): Promise<void> {
  if (/\.capacity\.ya?ml$/i.test(file.path)) throw new Error(`${file.path} is a plan`);
  const { fs } = vscode.workspace;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const temporary = vscode.Uri.joinPath(file, '..', `.capacity-plan-${randomName()}.tmp`);
  if (await isWrittenInPlace(file)) await fs.writeFile(file, bytes);
  else await writeThenRename(fs, { file, temporary }, bytes);
}

/**
 * Returns true for links and protected files. A new file would end a link or bypass the protection. VS Code does not
 * tell the target of a link.
 */
async function isWrittenInPlace(file: vscode.Uri): Promise<boolean> {
  try {
    const { type, permissions = 0 } = await vscode.workspace.fs.stat(file);
    const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
    return isLink || (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false; // the file does not exist yet
  }
}
