/** Detects documents that VS Code lets nobody edit, though an extension's edit seems to succeed. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

/** Returns a sentence, or undefined if the document can be written as far as VS Code tells. */
export async function whyReadOnly(document: vscode.TextDocument): Promise<string | undefined> {
  const { uri } = document;
  if (document.isUntitled) return undefined;
  // VS Code returns undefined for file systems that it does not know.
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    return t`the plan is read-only there. Apply the change to the file itself.`;
  }
  if (isReadOnlyBySetting(document)) {
    return t`the setting files.readonlyInclude makes the plan read-only.`;
  }
  return (await isReadOnlyFile(uri)) ? t`the file is read-only.` : undefined;
}

function isReadOnlyBySetting(document: vscode.TextDocument): boolean {
  const files = vscode.workspace.getConfiguration('files', document.uri);
  const matches = (setting: string): boolean =>
    Object.entries(files.get<Record<string, unknown>>(setting) ?? {}).some(
      ([pattern, isOn]) => isOn === true && vscode.languages.match({ pattern }, document) > 0,
    );
  return matches('readonlyInclude') && !matches('readonlyExclude');
}

/** Returns false for documents without a file, such as the copy that a comparison shows. */
async function isReadOnlyFile(uri: vscode.Uri): Promise<boolean> {
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    return permissions === vscode.FilePermission.Readonly;
  } catch {
    return false;
  }
}
