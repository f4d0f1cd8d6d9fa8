/** Changes that people try in the panel: what they would do, and writing them into the plan. */
import * as vscode from 'vscode';
import type { WhatIfChange } from '../../panel/whatIf/field';
import type { WhatIfOutcome } from '../../panel/whatIf/outcome';
import { tryChanges } from '../../panel/whatIf/tryChanges';
import { toRange } from '../ranges';
import type { PanelServices } from './panelServices';

export function tryInPlan(
  document: vscode.TextDocument,
  changes: readonly WhatIfChange[],
  { store }: PanelServices,
): WhatIfOutcome {
  return tryChanges(store.analysisOf(document), changes).outcome;
}

/**
 * One edit, so that one undo takes it back; the file is not saved.
 * @returns Why it could not be done; undefined where it was.
 */
export async function writeIntoPlan(
  document: vscode.TextDocument,
  changes: readonly WhatIfChange[],
  { store }: PanelServices,
): Promise<string | undefined> {
  const { edits, outcome } = tryChanges(store.analysisOf(document), changes);
  if (outcome.problem !== undefined) return outcome.problem;
  const edit = new vscode.WorkspaceEdit();
  for (const { text, ...range } of edits) {
    edit.replace(document.uri, toRange(document, range), text);
  }
  return (await vscode.workspace.applyEdit(edit)) ? undefined : 'The plan could not be edited.';
}
