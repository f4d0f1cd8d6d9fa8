/** Completes paths of files beside a plan, through VS Code's file system. */
import * as vscode from 'vscode';
import type { Completion } from '../language/completion';
import { fileCompletions } from '../language/fileCompletions';
import { uriBeside } from './planFiles';

/**
 * @param folder Path of the folder as the plan writes it. Returns nothing if it is not there, or outside of what is
 * open.
 */
export async function fileItems(
  document: vscode.TextDocument,
  folder: string,
): Promise<readonly Completion[]> {
  const uri = uriBeside(document.uri, folder === '' ? '.' : folder);
  if (!uri) return [];
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    const named = entries.map(([name, type]) => ({
      name,
      isFolder: (type & vscode.FileType.Directory) !== 0,
    }));
    return fileCompletions(folder, named);
  } catch {
    return [];
  }
}
