/** Reads the text of a file through VS Code's file system. */
import * as vscode from 'vscode';
import type { FileProblem } from '../plan/planFiles';

/** @param limit Most bytes. A longer file is not read. */
export async function readTextFile(
  uri: vscode.Uri,
  limit: number,
): Promise<{ readonly text: string } | { readonly problem: FileProblem }> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return { problem: 'unreadable' };
    if (size > limit) return { problem: 'too-large' };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return { problem: isMissing ? 'missing' : 'unreadable' };
  }
}
