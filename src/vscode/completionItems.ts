/** Builds completion items for a place of a plan. Loaded on demand, because opening a file does not need it. */
import * as vscode from 'vscode';
import type { Completion } from '../language/completion';
import { fileItems } from './fileItems';
import type { Plans } from './plans';
import { completionItem } from './showText';
import { toSnippet } from './toSnippet';

export async function completionItems(
  document: vscode.TextDocument,
  position: vscode.Position,
  { triggerCharacter }: vscode.CompletionContext,
  plans: Plans,
): Promise<vscode.CompletionItem[]> {
  const asked = await plans.ask(document, {
    type: 'completions',
    offset: document.offsetAt(position),
  });
  const found = asked.kind === 'answered' ? asked.answer : undefined;
  if (!found) return [];
  // Who ends `workload: ` with Enter wants a new line, and never a block that the space brought up.
  if (
    triggerCharacter === ' ' &&
    found.folder === undefined &&
    found.items.every(({ kind }) => kind === 'block')
  )
    return [];
  const files = found.folder === undefined ? [] : await fileItems(document, found.folder);
  // an example of a path is of use only where there are no files
  const words = files.length > 0 ? [] : found.items;
  return [...files, ...words].map((item, index) => {
    const start = document.positionAt(item.start ?? found.replace.start);
    return toItem(item, index, new vscode.Range(start, position));
  });
}

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  name: vscode.CompletionItemKind.Reference,
  example: vscode.CompletionItemKind.Value,
  file: vscode.CompletionItemKind.File,
  block: vscode.CompletionItemKind.Snippet,
  template: vscode.CompletionItemKind.Snippet,
};

/** Opens the list for the value, whose key was taken. */
const ASK_FOR_VALUE: vscode.Command = { command: 'editor.action.triggerSuggest', title: '' };

function toItem(
  { label, filter, kind, insert, pieces, detail, documentation, isBeforeValue }: Completion,
  index: number,
  range: vscode.Range,
): vscode.CompletionItem {
  const item = completionItem(
    { label, detail, documentation, isShown: kind !== 'example' },
    KINDS[kind],
  );
  item.insertText = pieces ? toSnippet(pieces) : insert;
  if (isBeforeValue) item.command = ASK_FOR_VALUE;
  item.range = range;
  if (filter !== undefined) item.filterText = filter;
  // VS Code drops it with the first letter that is typed, so that Enter never puts it in place of `10`.
  if (kind === 'example') item.filterText = NEVER_TYPED;
  // Keeps the order of the format, not of the alphabet.
  item.sortText = String(index).padStart(3, '0');
  return item;
}

const NEVER_TYPED = '\u200b';
