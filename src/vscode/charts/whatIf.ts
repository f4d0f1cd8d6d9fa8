/** Tries changes from the panel, and writes them into the plan. */
import * as vscode from 'vscode';
import type { WhatIfChange } from '../../panel/whatIf/field';
import type { WhatIfOutcome } from '../../panel/whatIf/outcome';
import { tryChanges, writeChanges } from '../../panel/whatIf/tryChanges';
import { toRange } from '../ranges';
import { whyReadOnly } from '../readOnly';
import type { PanelServices } from './panelServices';

export function tryInPlan(
  document: vscode.TextDocument,
  changes: readonly WhatIfChange[],
  { store }: PanelServices,
): WhatIfOutcome {
  return tryChanges(store.analysisOf(document), changes).outcome;
}

/**
 * Writes one edit, so that one undo takes it back. The file is not saved.
 * @returns The problem, or undefined if it is written.
 */
export async function writeIntoPlan(
  document: vscode.TextDocument,
  changes: readonly WhatIfChange[],
  { store }: PanelServices,
): Promise<string | undefined> {
  const written = writeChanges(store.analysisOf(document), changes);
  if ('problem' in written) return written.problem;
  const isReadOnly = await whyReadOnly(document);
  if (isReadOnly !== undefined) return `Not applied: ${isReadOnly}`;
  const edit = new vscode.WorkspaceEdit();
  for (const { text, ...range } of written.edits) {
    edit.replace(document.uri, toRange(document, range), text);
  }
  const isDone = await vscode.workspace.applyEdit(edit);
  // VS Code also returns true if a read-only editor dropped the edit.
  return isDone && document.getText() === written.text ? undefined : NOT_EDITED;
}

const NOT_EDITED = 'Not applied: VS Code did not let the plan be edited.';
