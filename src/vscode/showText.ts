/**
 * Shows all text of VS Code outside the editor's text. VS Code reads links and icons in it, so nothing from a plan,
 * path or file gets there unescaped. The linter forbids every other way (scripts/lib/shownText.mjs).
 */
import * as vscode from 'vscode';
import { oneLine } from '../messages/oneLine';
import { plainLabel, plainText } from '../messages/plainText';

export function showError(message: string, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(plainText(message), ...actions);
}

export function showInformation(message: string): void {
  void vscode.window.showInformationMessage(plainText(message));
}

/** Shows a notification with a button to cancel, until the work ends. */
export function showProgress(title: string, work: Promise<unknown>, cancel: () => void): void {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: plainText(title),
    cancellable: true,
  };
  void vscode.window.withProgress(options, (_progress, token) => {
    token.onCancellationRequested(cancel);
    return Promise.allSettled([work]);
  });
}

export interface StatusText {
  readonly text: string;
  readonly detail?: string;
}

/** A language status item. */
export interface ShownStatus extends vscode.Disposable {
  readonly setBusy: (isBusy: boolean) => void;
  readonly set: (shown: StatusText, severity?: vscode.LanguageStatusSeverity) => void;
}

export function createStatus(
  id: string,
  selector: vscode.DocumentSelector,
  name: string,
  command: vscode.Command,
): ShownStatus {
  const item = vscode.languages.createLanguageStatusItem(id, selector);
  item.name = name;
  item.command = command;
  return {
    setBusy: (isBusy) => {
      item.busy = isBusy;
    },
    set: ({ text, detail }, severity = vscode.LanguageStatusSeverity.Information) => {
      item.text = plainText(text);
      if (detail !== undefined) item.detail = plainText(detail);
      item.severity = severity;
    },
    dispose: () => item.dispose(),
  };
}

export function titlePanel(panel: vscode.WebviewPanel, title: string): void {
  panel.title = plainLabel(title);
}

/** @param text Shown behind the line. */
export function inlayHint(
  position: vscode.Position,
  text: string,
  tooltip: string | undefined,
): vscode.InlayHint {
  const hint = new vscode.InlayHint(position, plainText(text));
  hint.paddingLeft = true;
  if (tooltip !== undefined) hint.tooltip = plainText(tooltip);
  return hint;
}

export interface CompletionText {
  readonly label: string;
  readonly detail: string | undefined;
  /** Markdown that holds nothing of the plan. */
  readonly documentation: string | undefined;
}

/** Creates an item. It inserts, and is found by, the text as the plan has it. */
export function completionItem(
  { label, detail, documentation }: CompletionText,
  kind: vscode.CompletionItemKind,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(plainLabel(label), kind);
  item.filterText = label;
  if (detail !== undefined) item.detail = plainLabel(detail);
  if (documentation !== undefined) item.documentation = new vscode.MarkdownString(documentation);
  return item;
}

/** Creates a code action. VS Code reads no links or icons in its title. */
export function codeAction(title: string, kind: vscode.CodeActionKind): vscode.CodeAction {
  return new vscode.CodeAction(oneLine(title), kind);
}

/** Creates a diagnostic. VS Code reads no links or icons in it. */
export function diagnostic(
  range: vscode.Range,
  message: string,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  return new vscode.Diagnostic(range, oneLine(message), severity);
}

export function related(
  location: vscode.Location,
  message: string,
): vscode.DiagnosticRelatedInformation {
  return new vscode.DiagnosticRelatedInformation(location, oneLine(message));
}
