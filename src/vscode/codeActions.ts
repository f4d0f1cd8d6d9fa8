/** Builds code actions for a range of a plan. Loaded on demand, because opening a file does not need it. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { FixEdit } from '../language/fixes/fix';
import type { Piece } from '../language/pieces';
import type { Range } from '../plan/range';
import type { QuestionOf, FixText } from '../query/questions';
import { codeOf } from './codeOf';
import type { Plans } from './plans';
import { toRange } from './ranges';
import { ruleActions } from './ruleActions';
import { codeAction } from './showText';
import { toSnippet } from './toSnippet';

export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('capacityPlan');

export interface Requested {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly context: vscode.CodeActionContext;
  readonly token: vscode.CancellationToken;
  readonly plans: Plans;
  readonly rulesPage: vscode.Uri;
}

/** The page of a rule and its level come last: they change no text. */
export async function codeActions(requested: Requested): Promise<vscode.CodeAction[]> {
  const { context, document } = requested;
  const { only } = context;
  if (only && FIX_ALL.intersects(only) && !vscode.CodeActionKind.QuickFix.intersects(only)) {
    return fixAll(requested, undefined, t`Fix all that has one way to mend it`, FIX_ALL);
  }
  const codes = new Set(own(context.diagnostics).map(codeOf));
  const fixes = await Promise.all([
    quickFixes(requested),
    ...[...codes].map((code) => fixAllOfKind(requested, code)),
  ]);
  return [...fixes.flat(), ...ruleActions(own(context.diagnostics), document, requested.rulesPage)];
}

async function quickFixes(requested: Requested): Promise<vscode.CodeAction[]> {
  const { document, range, context, plans, token } = requested;
  const at = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const written = plans.ask(document, { type: 'quickFixes', at });
  // computed only where there is something to mend
  const checked = own(context.diagnostics).length > 0 ? await askChecked(requested, at) : [];
  const asked = await written;
  if (asked.kind !== 'answered' || token.isCancellationRequested) return [];
  const [silencing, mending] = [true, false].map((silences) =>
    asked.answer.filter((fix) => fix.silences === silences),
  );
  const fixes = [...(mending ?? []), ...checked, ...(silencing ?? [])];
  return fixes.map((fix) => toAction(document, context.diagnostics, fix));
}

async function askChecked({ document, plans }: Requested, at: Range): Promise<readonly FixText[]> {
  const asked = await plans.ask(document, { type: 'checkedFixes', at });
  return asked.kind === 'answered' ? asked.answer : [];
}

function toAction(
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  { title, code, range, edits, isPreferred }: FixText,
): vscode.CodeAction {
  const action = codeAction(title, vscode.CodeActionKind.QuickFix);
  action.isPreferred = isPreferred;
  action.edit = toEdit(document, edits);
  const place = toRange(document, range);
  action.diagnostics = diagnostics.filter(
    (each) => each.range.isEqual(place) && codeOf(each) === code,
  );
  return action;
}

function toEdit(document: vscode.TextDocument, edits: readonly FixEdit[]): vscode.WorkspaceEdit {
  const whole = new vscode.WorkspaceEdit();
  whole.set(
    document.uri,
    edits.map((edit) => toTextEdit(document, edit)),
  );
  return whole;
}

function toTextEdit(
  document: vscode.TextDocument,
  edit: FixEdit,
): vscode.TextEdit | vscode.SnippetTextEdit {
  const { text, pieces } = edit;
  if (!pieces) return vscode.TextEdit.replace(toRange(document, edit), text);
  const { at, inserted } = onLinesOfItsOwn(document, toRange(document, edit), pieces);
  const snippet = new vscode.SnippetTextEdit(at, toSnippet(inserted));
  // it has the indentation of its place already
  snippet.keepWhitespace = true;
  return snippet;
}

/**
 * Inserts new lines before the next line rather than behind this one. VS Code indents a snippet like the line that it
 * begins on, unless it is told not to, which it forgets where edits pass through commands.
 */
function onLinesOfItsOwn(
  document: vscode.TextDocument,
  at: vscode.Range,
  pieces: readonly Piece[],
): { readonly at: vscode.Range; readonly inserted: readonly Piece[] } {
  const [first, ...others] = pieces;
  const newline = /^\r?\n/.exec(first?.text ?? '')?.[0];
  const next = at.start.line + 1;
  if (!first || newline === undefined || !at.isEmpty || next >= document.lineCount) {
    return { at, inserted: pieces };
  }
  const start = new vscode.Position(next, 0);
  const head = { ...first, text: first.text.slice(newline.length) };
  const inserted = [head, ...others, { text: newline, isStop: false }];
  return { at: new vscode.Range(start, start), inserted };
}

/** Mends all findings of a rule, if there are several. */
async function fixAllOfKind(requested: Requested, code: string): Promise<vscode.CodeAction[]> {
  const title = (count: number): string => t`Fix all ${count} of \`${code}\` in the file`;
  return fixAll(requested, code, title, vscode.CodeActionKind.QuickFix, 2);
}

async function fixAll(
  { document, plans }: Requested,
  code: QuestionOf<'safeFixes'>['code'],
  title: string | ((count: number) => string),
  kind: vscode.CodeActionKind,
  least = 1,
): Promise<vscode.CodeAction[]> {
  const asked = await plans.ask(document, { type: 'safeFixes', code });
  if (asked.kind !== 'answered' || asked.answer.count < least) return [];
  const { count, edits } = asked.answer;
  const action = codeAction(typeof title === 'string' ? title : title(count), kind);
  action.edit = toEdit(document, edits);
  return [action];
}

function own(diagnostics: readonly vscode.Diagnostic[]): readonly vscode.Diagnostic[] {
  return diagnostics.filter(({ source }) => source === 'Capacity Plan');
}
