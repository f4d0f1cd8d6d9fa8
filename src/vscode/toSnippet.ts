/** Turns pieces of text into a snippet of VS Code, with a tab stop at each place to fill in. */
import * as vscode from 'vscode';
import type { Piece } from '../language/pieces';

export function toSnippet(pieces: readonly Piece[]): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  for (const { text, isStop, choices } of pieces) {
    if (choices) snippet.appendChoice([...choices]);
    else if (isStop) snippet.appendPlaceholder(text);
    else snippet.appendText(text);
  }
  return snippet.appendTabstop(0);
}
