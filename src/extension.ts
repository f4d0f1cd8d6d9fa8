/** Activates the extension in VS Code, where extensions run in Node. */
import * as vscode from 'vscode';
import { activateWith, type ExtensionApi } from './vscode/activate';
import { threadStarter } from './worker/startThread';

export type { ExtensionApi };

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const { fsPath } = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js');
  return activateWith(context, threadStarter(fsPath));
}
