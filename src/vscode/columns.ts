/** In which column something of a plan is shown, so that it covers neither the plan's charts nor opens a third one. */
import * as vscode from 'vscode';

export const CHARTS_VIEW = 'capacityPlan.charts';

/** Of the editor that has it, also where that lies behind another tab. */
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

/** Where charts are in view; undefined where none are. */
export function chartsColumn(): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(({ activeTab }) => {
    const input = activeTab?.input;
    // VS Code puts words of its own before it.
    return input instanceof vscode.TabInputWebview && input.viewType.endsWith(CHARTS_VIEW);
  })?.viewColumn;
}

/** Beside the plan's text; where nobody has that open, and charts have the focus, not over them. */
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
