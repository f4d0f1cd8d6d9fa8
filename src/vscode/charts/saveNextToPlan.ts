/** Saves a chart or table from the panel, by default beside the plan. */
import * as vscode from 'vscode';
import { replaceFile } from '../replaceFile';

const KINDS = { png: 'PNG', svg: 'SVG', csv: 'CSV', md: 'Markdown' } as const;

/** @returns The name of the saved file, or undefined if the dialog was cancelled. */
export async function saveNextToPlan(
  plan: vscode.Uri,
  what: string,
  ending: keyof typeof KINDS,
  content: string | Uint8Array,
): Promise<string | undefined> {
  const defaultUri = uriBeside(plan, what, ending);
  const target = await vscode.window.showSaveDialog({
    filters: { [KINDS[ending]]: [ending] },
    ...(defaultUri && { defaultUri }),
  });
  if (!target) return undefined;
  await replaceFile(target, content);
  return target.path.slice(target.path.lastIndexOf('/') + 1);
}

export function bytesOfBase64(data: string): Uint8Array {
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}

/** Names the file: `chat.capacity.yaml` and `trade-off` give `chat-trade-off.svg`. */
function uriBeside(plan: vscode.Uri, what: string, ending: string): vscode.Uri | undefined {
  const folder =
    plan.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(plan, '..');
  const stem = plan.path.slice(plan.path.lastIndexOf('/') + 1).replace(/\.capacity\.ya?ml$/i, '');
  return folder && vscode.Uri.joinPath(folder, `${stem}-${what}.${ending}`);
}
