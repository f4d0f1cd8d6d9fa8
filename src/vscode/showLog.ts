/** Registers the command "Show Log". */
import * as vscode from 'vscode';
import type { Log } from './log';

export function registerShowLog(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand('capacityPlan.showLog', () => log.show());
}
