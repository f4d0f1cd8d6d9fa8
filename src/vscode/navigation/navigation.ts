/** Answers VS Code's questions about places of a plan. Loaded on demand, because opening a file does not need it. */
import * as vscode from 'vscode';
import type { Occurrences } from '../../language/names/occurrences';
import type { PlanSymbol, SymbolKind } from '../../language/outline';
import type { AnswerTo, Question } from '../../query/questions';
import { uriBeside } from '../planFiles';
import type { Plans } from '../plans';
import { toRange } from '../ranges';
import { documentSymbol } from '../showText';

type Refusable<T> = { readonly value: T } | { readonly problem: string } | undefined;

const KINDS: Readonly<Record<SymbolKind, vscode.SymbolKind>> = {
  section: vscode.SymbolKind.Module,
  target: vscode.SymbolKind.Constant,
  node: vscode.SymbolKind.Struct,
  engine: vscode.SymbolKind.Class,
  observation: vscode.SymbolKind.Event,
  scenario: vscode.SymbolKind.Method,
};

/** While figures cannot be computed, the outline has none. */
export async function outline(
  document: vscode.TextDocument,
  plans: Plans,
): Promise<vscode.DocumentSymbol[]> {
  const symbols =
    (await answerOf(plans, document, { type: 'outline' })) ??
    (await answerOf(plans, document, { type: 'plainOutline' }));
  const convert = ({ kind, range, selection, children, ...text }: PlanSymbol) => {
    const places = [toRange(document, range), toRange(document, selection)] as const;
    const symbol = documentSymbol(text, KINDS[kind], ...places);
    symbol.children = children.map(convert);
    return symbol;
  };
  return (symbols ?? []).map(convert);
}

export async function definition(
  document: vscode.TextDocument,
  position: vscode.Position,
  plans: Plans,
): Promise<vscode.LocationLink[]> {
  const found = await occurrencesAt(document, position, plans);
  if (!found) return [];
  return found.all
    .filter(({ isDefinition }) => isDefinition)
    .map(({ range }) => ({
      originSelectionRange: toRange(document, found.at),
      targetUri: document.uri,
      targetRange: toRange(document, range),
    }));
}

export async function references(
  document: vscode.TextDocument,
  position: vscode.Position,
  withDefinition: boolean,
  plans: Plans,
): Promise<vscode.Location[]> {
  const found = await occurrencesAt(document, position, plans);
  return (found?.all ?? [])
    .filter(({ isDefinition }) => withDefinition || !isDefinition)
    .map(({ range }) => new vscode.Location(document.uri, toRange(document, range)));
}

export async function highlights(
  document: vscode.TextDocument,
  position: vscode.Position,
  plans: Plans,
): Promise<vscode.DocumentHighlight[]> {
  const { Read, Write } = vscode.DocumentHighlightKind;
  const found = await occurrencesAt(document, position, plans);
  return (found?.all ?? []).map(
    ({ range, isDefinition }) =>
      new vscode.DocumentHighlight(toRange(document, range), isDefinition ? Write : Read),
  );
}

function occurrencesAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  plans: Plans,
): Promise<Occurrences | undefined> {
  return answerOf(plans, document, { type: 'occurrences', offset: document.offsetAt(position) });
}

export async function renamable(
  document: vscode.TextDocument,
  position: vscode.Position,
  plans: Plans,
): Promise<Refusable<{ range: vscode.Range; placeholder: string }>> {
  const offset = document.offsetAt(position);
  const found = await answerOf(plans, document, { type: 'renamable', offset });
  if (!found || 'problem' in found) return found;
  return { value: { range: toRange(document, found.range), placeholder: found.name } };
}

export async function renaming(
  document: vscode.TextDocument,
  position: vscode.Position,
  name: string,
  plans: Plans,
): Promise<Refusable<vscode.WorkspaceEdit>> {
  const offset = document.offsetAt(position);
  const found = await answerOf(plans, document, { type: 'renaming', offset, name });
  if (!found || 'problem' in found) return found;
  const value = new vscode.WorkspaceEdit();
  for (const edit of found.edits) value.replace(document.uri, toRange(document, edit), edit.text);
  return { value };
}

export async function links(
  document: vscode.TextDocument,
  plans: Plans,
): Promise<vscode.DocumentLink[]> {
  const found = await answerOf(plans, document, { type: 'links' });
  return (found ?? []).flatMap(({ range, to }) => {
    const uri =
      'address' in to ? vscode.Uri.parse(to.address, true) : uriBeside(document.uri, to.path);
    return uri ? [new vscode.DocumentLink(toRange(document, range), uri)] : [];
  });
}

export async function selectionRanges(
  document: vscode.TextDocument,
  positions: readonly vscode.Position[],
  plans: Plans,
): Promise<vscode.SelectionRange[]> {
  const offsets = positions.map((position) => document.offsetAt(position));
  const found = await answerOf(plans, document, { type: 'selectionRanges', offsets });
  return (found ?? []).flatMap((ranges) => {
    const outermost = [...ranges].reverse();
    return (
      outermost.reduce<vscode.SelectionRange | undefined>(
        (parent, range) => new vscode.SelectionRange(toRange(document, range), parent),
        undefined,
      ) ?? []
    );
  });
}

/** Returns undefined if nobody answers: VS Code then has to keep the colours that it has. */
export async function semanticTokens(
  document: vscode.TextDocument,
  legend: vscode.SemanticTokensLegend,
  plans: Plans,
): Promise<vscode.SemanticTokens | undefined> {
  const found = await answerOf(plans, document, { type: 'tokens' });
  if (!found) return undefined;
  const builder = new vscode.SemanticTokensBuilder(legend);
  for (const { range, type, modifiers } of found) {
    builder.push(toRange(document, range), type, [...modifiers]);
  }
  return builder.build();
}

/** Undefined lets VS Code fold by indentation. */
export async function foldingRanges(
  document: vscode.TextDocument,
  plans: Plans,
): Promise<vscode.FoldingRange[] | undefined> {
  const { Comment, Region } = vscode.FoldingRangeKind;
  const kinds = { comment: Comment, region: Region };
  const found = await answerOf(plans, document, { type: 'folds' });
  return found?.map(
    ({ startLine, endLine, kind }) =>
      new vscode.FoldingRange(startLine, endLine, kind && kinds[kind]),
  );
}

export async function formatting(
  document: vscode.TextDocument,
  range: vscode.Range | undefined,
  indent: number,
  plans: Plans,
): Promise<vscode.TextEdit[]> {
  const selection = range && {
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
  };
  const found = await answerOf(plans, document, { type: 'formatting', selection, indent });
  return (found ?? []).map((edit) => vscode.TextEdit.replace(toRange(document, edit), edit.text));
}

/** Returns undefined if nobody answers: the text has changed since, or the plan is too expensive. */
async function answerOf<Q extends Question>(
  plans: Plans,
  document: vscode.TextDocument,
  question: Q,
): Promise<AnswerTo<Q> | undefined> {
  const asked = await plans.ask(document, question);
  return asked.kind === 'answered' ? asked.answer : undefined;
}
