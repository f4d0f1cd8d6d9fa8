/** Names files so that every system takes them, and proposes names beside a plan. */
import * as vscode from 'vscode';
import { legalName } from './legalName';

const PLAN_ENDING = /(\.capacity)?\.ya?ml$/i;

/** Returns the name of a plan without its ending: `chat` for `chat.capacity.yaml`. */
export function stemOf(plan: Pick<vscode.Uri, 'path'>): string {
  return legalName(nameOf(plan).replace(PLAN_ENDING, ''));
}

export function nameOf({ path }: Pick<vscode.Uri, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Returns a file beside the plan: `chat.report.md` for `.report.md`. Returns undefined without a folder. */
export function besidePlan(plan: vscode.Uri, ending: string): vscode.Uri | undefined {
  const folder =
    plan.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(plan, '..');
  return folder && vscode.Uri.joinPath(folder, stemOf(plan) + ending);
}
