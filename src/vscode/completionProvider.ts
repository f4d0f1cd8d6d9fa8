import * as vscode from 'vscode';
import { completionsAt, type Completion } from '../language/completion';
import type { AnalysisStore } from './analysisStore';
import type { Log } from './log';

/** Besides letters: what stands before a key or a value. */
export const COMPLETION_TRIGGERS = [' ', '{', ','] as const;

export class CompletionProvider implements vscode.CompletionItemProvider {
  readonly #store: AnalysisStore;
  readonly #log: Log;

  constructor(store: AnalysisStore, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] {
    return this.#log.guard('completion', () => this.#complete(document, position), []);
  }

  #complete(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    // While the text is half typed, the names are those of the last reading that was whole.
    const known = this.#store.lastGoodOf(document) ?? this.#store.analysisOf(document);
    const offset = document.offsetAt(position);
    const found = completionsAt(document.getText(), offset, known.document);
    if (!found) return [];
    const range = new vscode.Range(document.positionAt(found.replace.start), position);
    return found.items.map((item, index) => toItem(item, index, range));
  }
}

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  name: vscode.CompletionItemKind.Reference,
  example: vscode.CompletionItemKind.Value,
};

function toItem(
  { label, kind, insert, detail, documentation }: Completion,
  index: number,
  range: vscode.Range,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(label, KINDS[kind]);
  item.insertText = insert;
  item.filterText = label;
  item.range = range;
  // In the order of the format, not of the alphabet.
  item.sortText = String(index).padStart(3, '0');
  if (detail !== undefined) item.detail = detail;
  if (documentation !== undefined) item.documentation = new vscode.MarkdownString(documentation);
  return item;
}
