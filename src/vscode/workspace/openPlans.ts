/** Tells which plans are open. */
import * as vscode from 'vscode';
import { isOwnPlan } from '../documentSelector';

export function openPlans(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter((each) => !each.isClosed && isOwnPlan(each));
}

export function documentOf(uri: vscode.Uri): vscode.TextDocument | undefined {
  return openPlans().find((document) => document.uri.toString() === uri.toString());
}

export function hasTab(uri: vscode.Uri): boolean {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  return inputs.some((input) => {
    const shown = input as
      { readonly uri?: vscode.Uri; readonly modified?: vscode.Uri } | undefined;
    return [shown?.uri, shown?.modified].some((each) => each?.toString() === uri.toString());
  });
}
