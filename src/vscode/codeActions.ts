/** Builds code actions for a range of a plan. Loaded on demand, because opening a file does not need it. */
import * as vscode from 'vscode';
import type { Plans } from './plans';
import { toRange } from './ranges';
import { codeAction } from './showText';

export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
  plans: Plans,
): Promise<vscode.CodeAction[]> {
  const at = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const asked = await plans.ask(document, { type: 'quickFixes', at });
  if (asked.kind !== 'answered') return [];
  return asked.answer.map(({ title, range: findingRange, edits, isPreferred }) => {
    const action = codeAction(title, vscode.CodeActionKind.QuickFix);
    action.isPreferred = isPreferred;
    action.edit = new vscode.WorkspaceEdit();
    for (const edit of edits) {
      action.edit.replace(document.uri, toRange(document, edit), edit.text);
    }
    const place = toRange(document, findingRange);
    action.diagnostics = diagnostics.filter((each) => each.range.isEqual(place));
    return action;
  });
}
