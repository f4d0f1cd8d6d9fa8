/** Chooses the editor column for a plan's view, so that it neither covers the charts nor opens a third column. */
import * as vscode from 'vscode';

export const CHARTS_VIEW = 'capacityPlan.charts';

/** Returns the column of the plan's editor, even behind another tab. */
export function columnOf(plan: vscode.Uri): vscode.ViewColumn | undefined {
  const address = plan.toString();
  const isOf = (uri: vscode.Uri): boolean => uri.toString() === address;
  const active = vscode.window.activeTextEditor;
  if (active && isOf(active.document.uri)) return active.viewColumn;
  const visible = vscode.window.visibleTextEditors.find(({ document }) => isOf(document.uri));
  if (visible?.viewColumn !== undefined) return visible.viewColumn;
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && isOf(input.uri)),
  )?.viewColumn;
}

/** Returns the column with charts in view, or undefined if there is none. */
export function chartsColumn(): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(({ activeTab }) => {
    const input = activeTab?.input;
    // VS Code puts words of its own before the view type.
    return input instanceof vscode.TabInputWebview && input.viewType.endsWith(CHARTS_VIEW);
  })?.viewColumn;
}

/** Returns the column of the plan's text. If nobody has the text open, avoids charts that have the focus. */
export function columnFor(plan: vscode.Uri): vscode.ViewColumn {
  const { One, Active, Beside } = vscode.ViewColumn;
  const own = columnOf(plan);
  if (own !== undefined) return own;
  const charts = chartsColumn();
  if (charts === undefined || charts !== vscode.window.tabGroups.activeTabGroup.viewColumn) {
    return Active;
  }
  return charts === One ? Beside : One;
}
