/** Reads and moves the cursor in a plan's editor on behalf of the panel. */
import * as vscode from 'vscode';
import type { Range } from '../../plan/range';
import { columnOf } from '../columns';
import { toRange } from '../ranges';

/** Returns the offset of the cursor, or undefined if no editor shows the document. */
export function cursorIn(document: vscode.TextDocument): number | undefined {
  const editor = editorOf(document);
  return editor && document.offsetAt(editor.selection.active);
}

/** Moves the cursor to the start of the range, without taking the focus. Does nothing if no editor shows it. */
export function moveCursor(document: vscode.TextDocument, range: Range): void {
  const editor = editorOf(document);
  if (!editor) return;
  const whole = toRange(document, range);
  editor.selection = new vscode.Selection(whole.start, whole.start);
  editor.revealRange(whole, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * Selects the range in the editor that has the document, or else in the first column.
 * @param taken The column of the panel, which a new editor must not cover.
 */
export async function reveal(
  document: vscode.TextDocument,
  range: Range,
  taken: vscode.ViewColumn | undefined,
): Promise<void> {
  const selection = toRange(document, range);
  const { One, Beside } = vscode.ViewColumn;
  const viewColumn = columnOf(document.uri) ?? (taken === One ? Beside : One);
  const editor = await vscode.window.showTextDocument(document, { viewColumn, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active?.document === document) return active;
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}
