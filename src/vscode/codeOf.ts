/** Returns the code of a finding's rule from its diagnostic. */
import type * as vscode from 'vscode';

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
