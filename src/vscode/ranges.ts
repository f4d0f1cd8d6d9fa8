/** Converts offsets of the core to positions of VS Code, and to links. */
import * as vscode from 'vscode';
import { indexLines } from '../plan/lineIndex';
import type { Range } from '../plan/range';

/** What places in a text need: a document, or the text of a file. */
export type Places = Pick<vscode.TextDocument, 'uri' | 'positionAt'>;

export function toRange(document: Places, { start, end }: Range): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Returns the places of a text that no editor has open. */
export function placesIn(uri: vscode.Uri, text: string): Places {
  const lines = indexLines(text);
  return {
    uri,
    positionAt: (offset) => {
      const { line, column } = lines.positionAt(offset);
      return new vscode.Position(line, column);
    },
  };
}

/** Returns a Markdown link that VS Code opens at the place. An untitled document has no address to link to. */
export function linkTo(document: vscode.TextDocument, { start }: Range): string | undefined {
  if (document.isUntitled) return undefined;
  const { line, character } = document.positionAt(start);
  return document.uri.with({ fragment: `L${line + 1},${character + 1}` }).toString();
}
