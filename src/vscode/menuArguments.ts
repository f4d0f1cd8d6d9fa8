/** Reads what menus pass to commands: files, or rows of the view "Capacity Plans". */
import * as vscode from 'vscode';

/** Returns the file of an argument. Undefined for what is none. */
export function uriOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  const row = argument as { readonly uri?: unknown } | null | undefined;
  return row?.uri instanceof vscode.Uri ? row.uri : undefined;
}

/** Returns the scenario of a row. */
export function scenarioOf(argument: unknown): string | undefined {
  const row = argument as { readonly scenario?: { readonly name?: unknown } } | null | undefined;
  const name = row?.scenario?.name;
  return typeof name === 'string' ? name : undefined;
}

/** Returns the selected files, or the one that the menu was opened on. */
export function urisOf(argument: unknown, selected: unknown): readonly vscode.Uri[] {
  const all = Array.isArray(selected) && selected.length > 0 ? (selected as unknown[]) : [argument];
  return all.map(uriOf).filter((uri) => uri !== undefined);
}
