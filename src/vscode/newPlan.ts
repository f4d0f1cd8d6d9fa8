/** Opens a new untitled plan with a commented example, ready to be typed over ("New Plan"). */
import * as vscode from 'vscode';
import { LANGUAGE_ID } from './documentSelector';
import type { Log } from './log';

export function registerNewPlan(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand('capacityPlan.newPlan', () =>
    log.guardAsync('new plan', openNewPlan, undefined),
  );
}

async function openNewPlan(): Promise<void> {
  const { STARTER_PLAN, STARTER_SELECTION } = await import('../language/starterPlan');
  const document = await vscode.workspace.openTextDocument({
    language: LANGUAGE_ID,
    content: STARTER_PLAN,
  });
  const start = STARTER_PLAN.indexOf(STARTER_SELECTION);
  const end = document.positionAt(start + STARTER_SELECTION.length);
  const selection = new vscode.Range(document.positionAt(start), end);
  await vscode.window.showTextDocument(document, { selection });
}
