/** Converts offsets of the core to positions of VS Code, and to links. */
import * as vscode from 'vscode';
import type { Range } from '../plan/range';

export function toRange(document: vscode.TextDocument, { start, end }: Range): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Returns a Markdown link that VS Code opens at the place. An untitled document has no address to link to. */
export function linkTo(document: vscode.TextDocument, { start }: Range): string | undefined {
  if (document.isUntitled) return undefined;
  const { line, character } = document.positionAt(start);
  return document.uri.with({ fragment: `L${line + 1},${character + 1}` }).toString();
}
