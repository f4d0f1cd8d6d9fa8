/** Names that the parts of an import share with VS Code. */
import * as vscode from 'vscode';

export const IMPORT_BENCHMARK = 'capacityPlan.importBenchmark';

/** Commands of the preview's links. */
export const ACCEPT_IMPORT = 'capacityPlan.acceptImport';
export const CANCEL_IMPORT = 'capacityPlan.cancelImport';

/** Kind of the edits that drops and pastes offer. */
export function importKind(): vscode.DocumentDropOrPasteEditKind {
  return vscode.DocumentDropOrPasteEditKind.Empty.append('capacityPlan', 'benchmark');
}
