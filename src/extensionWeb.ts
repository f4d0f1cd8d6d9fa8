/** Activates the extension in VS Code, where extensions run in a web worker. */
import * as vscode from 'vscode';
import { activateWith, type ExtensionApi } from './vscode/activate';
import { setLanguage } from './vscode/language';
import { webWorkerStarter } from './worker/startWebWorker';

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const texts = setLanguage();
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'worker.js');
  return activateWith(
    context,
    webWorkerStarter(() => vscode.workspace.fs.readFile(script), texts),
  );
}
