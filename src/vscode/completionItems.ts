/** Builds completion items for a place of a plan. Loaded on demand, because opening a file does not need it. */
import * as vscode from 'vscode';
import type { Completion } from '../language/completion';
import type { Plans } from './plans';
import { completionItem } from './showText';

export async function completionItems(
  document: vscode.TextDocument,
  position: vscode.Position,
  plans: Plans,
): Promise<vscode.CompletionItem[]> {
  const asked = await plans.ask(document, {
    type: 'completions',
    offset: document.offsetAt(position),
  });
  const found = asked.kind === 'answered' ? asked.answer : undefined;
  if (!found) return [];
  const range = new vscode.Range(document.positionAt(found.replace.start), position);
  return found.items.map((item, index) => toItem(item, index, range));
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
  const item = completionItem({ label, detail, documentation }, KINDS[kind]);
  item.insertText = insert;
  item.range = range;
  // Keeps the order of the format, not of the alphabet.
  item.sortText = String(index).padStart(3, '0');
  return item;
}
