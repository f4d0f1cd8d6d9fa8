/** Activates the extension in VS Code, where extensions run in Node. */
import * as vscode from 'vscode';
import { environmentVariable } from './network/environment';
import { activateWith, type ExtensionApi } from './vscode/activate';
import { setLanguage } from './vscode/language';
import { registerTasks } from './vscode/tasks';
import { threadStarter } from './worker/startThread';

export type { ExtensionApi };

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const texts = setLanguage();
  const pathOf = (name: string): string =>
    vscode.Uri.joinPath(context.extensionUri, 'dist', name).fsPath;
  const tasks = registerTasks({ execPath: process.execPath, cliPath: pathOf('cli.js') });
  context.subscriptions.push(tasks);
  return activateWith(context, threadStarter(pathOf('worker.js'), texts), {
    environment: environmentVariable,
  });
}
