/** Saves a file whole or not at all, through VS Code's own file system alone. */
import * as vscode from 'vscode';
import { randomName } from './randomName';
import { writeThenRename } from './writeThenRename';

/** @throws Where it would take the place of a plan, or cannot be written. */
export async function replaceFile(file: vscode.Uri, content: string | Uint8Array): Promise<void> {
  if (/\.capacity\.ya?ml$/i.test(file.path)) throw new Error(`${file.path} is a plan`);
  const { fs } = vscode.workspace;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const temporary = vscode.Uri.joinPath(file, '..', `.capacity-plan-${randomName()}.tmp`);
  if (await isWrittenInPlace(file)) await fs.writeFile(file, bytes);
  else await writeThenRename(fs, { file, temporary }, bytes);
}

/** A new file would end a link, and get round a protection. Nobody here knows where a link leads. */
async function isWrittenInPlace(file: vscode.Uri): Promise<boolean> {
  try {
    const { type, permissions = 0 } = await vscode.workspace.fs.stat(file);
    const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
    return isLink || (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false; // it is not there yet
  }
}
