/** Offsets of the core, positions of VS Code, and links to them. */
import * as vscode from 'vscode';
import type { Range } from '../plan/range';

export function toRange(document: vscode.TextDocument, { start, end }: Range): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** A link for Markdown that VS Code opens at the place; an untitled document has no address to link to. */
export function linkTo(document: vscode.TextDocument, { start }: Range): string | undefined {
  if (document.isUntitled) return undefined;
  const { line, character } = document.positionAt(start);
  return document.uri.with({ fragment: `L${line + 1},${character + 1}` }).toString();
}
