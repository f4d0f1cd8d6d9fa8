/** Registers the command behind the action "Turn the rule off". */
import * as vscode from 'vscode';
import type { Log } from './log';

export const TURN_OFF = 'capacityPlan.turnRuleOff';

export function registerTurnRuleOff(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(TURN_OFF, (uri?: unknown, code?: unknown) =>
    log.guardAsync('turn a rule off', () => turnRuleOff(uri, code), undefined),
  );
}

/** Writes into the workspace's settings, if there is a workspace, otherwise into the user's. */
async function turnRuleOff(uri: unknown, code: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri) || typeof code !== 'string') return;
  const settings = vscode.workspace.getConfiguration('capacityPlan', uri);
  const { globalValue, workspaceValue } = settings.inspect<object>('rules') ?? {};
  const hasWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const before = hasWorkspace ? workspaceValue : globalValue;
  const target = hasWorkspace
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await settings.update('rules', { ...before, [code]: 'off' }, target);
}
