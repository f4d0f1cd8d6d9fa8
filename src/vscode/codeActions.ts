/** Builds code actions for a range of a plan. Loaded on demand, because opening a file does not need it. */
import * as vscode from 'vscode';
import { quickFixesAt } from '../language/quickFixes';
import type { AnalysisStore } from './analysisStore';
import { toRange } from './ranges';
import { codeAction } from './showText';

export function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
  store: AnalysisStore,
): vscode.CodeAction[] {
  const { findings } = store.analysisOf(document);
  const at = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return quickFixesAt(findings, at).map(({ title, finding, edits, isPreferred }) => {
    const action = codeAction(title, vscode.CodeActionKind.QuickFix);
    action.isPreferred = isPreferred;
    action.edit = new vscode.WorkspaceEdit();
    for (const edit of edits) {
      action.edit.replace(document.uri, toRange(document, edit), edit.text);
    }
    const place = toRange(document, finding.range);
    action.diagnostics = diagnostics.filter((each) => each.range.isEqual(place));
    return action;
  });
}
