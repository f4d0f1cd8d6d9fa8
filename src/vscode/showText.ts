/**
 * Shows all text of VS Code outside the editor's text. VS Code reads links and icons in it, so nothing from a plan,
 * path or file gets there unescaped. The linter forbids every other way (scripts/lib/shownText.mjs).
 */
import { t } from '@vscode/l10n';
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

/** Shows a notification with what `work` reports, and a button to cancel, from the first moment on. */
export function showWork<T>(
  title: string,
  work: (report: (message: string) => void) => Promise<T>,
  cancel: () => void,
): Thenable<T> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: plainText(title),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (progress, token) => {
    token.onCancellationRequested(cancel);
    return work((message) => progress.report({ message: plainText(message) }));
  });
}

/** Offers actions in a notification that can be dismissed. Returns the chosen one. */
export function offer(message: string, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(plainText(message), ...actions);
}

/** Asks for one of several names. Returns undefined if the person changed their mind. */
export function choose(title: string, names: readonly string[]): Promise<string | undefined> {
  return chooseDetailed(
    title,
    names.map((name) => ({ name, detail: '' })),
  );
}

interface NamedChoice {
  readonly name: string;
  /** Shown beside the name. */
  readonly detail: string;
}

/** Asks for one of several names, each with a few words. Returns undefined if the person changed their mind. */
export async function chooseDetailed(
  title: string,
  choices: readonly NamedChoice[],
): Promise<string | undefined> {
  const items = choices.map(({ name, detail }) => ({
    label: plainLabel(name),
    description: plainLabel(detail),
    name,
  }));
  const options = { title, placeHolder: title, matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.name;
}

export interface Choice<T> {
  /** May begin with an icon; holds nothing of a plan. */
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
  readonly value: T;
}

/** Asks for one of several choices, and stays open while the person looks elsewhere. */
export async function chooseOf<T>(
  title: string,
  choices: readonly Choice<T>[],
): Promise<T | undefined> {
  const items = choices.map((choice) => ({
    ...choice,
    description: plainText(choice.description),
  }));
  const shown = plainLabel(title);
  const options = { title: shown, placeHolder: shown, ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(items, options))?.value;
}

interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
  /** True for a key, which nobody else may read on the screen. */
  readonly isSecret?: boolean;
  /** Returns what is wrong with the typed text, or undefined. */
  readonly check: (typed: string) => Promise<string | undefined>;
}

/** Asks for a text. Returns undefined if the person changed their mind. */
export function askText(question: TextQuestion): Thenable<string | undefined> {
  const { title, prompt, value, isSecret = false, check } = question;
  return vscode.window.showInputBox({
    title: plainLabel(title),
    prompt: plainText(prompt),
    value,
    password: isSecret,
    ignoreFocusOut: true,
    validateInput: async (typed) => {
      const wrong = await check(typed);
      return wrong && plainText(wrong);
    },
  });
}

/** Returns the open folder, asks if there are several, and returns none if the person changed their mind. */
export async function chooseFolder(): Promise<{
  readonly isOpen: boolean;
  readonly folder: vscode.WorkspaceFolder | undefined;
}> {
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  const folder =
    others.length === 0
      ? first
      : await vscode.window.showWorkspaceFolderPick({ placeHolder: t`Folder of the new plan` });
  return { isOpen: first !== undefined, folder };
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

export interface HintText {
  readonly text: string;
  /** What a click does. */
  readonly command: vscode.Command | undefined;
}

/** @param parts Shown behind the line. */
export function inlayHint(position: vscode.Position, parts: readonly HintText[]): vscode.InlayHint {
  const labels = parts.map(({ text, command }) => {
    const part = new vscode.InlayHintLabelPart(keepBlanks(text));
    if (command) part.command = command;
    return part;
  });
  const hint = new vscode.InlayHint(position, labels);
  hint.paddingLeft = true;
  return hint;
}

/** Cleans a piece of a longer text, which may begin or end with a blank. */
function keepBlanks(text: string): string {
  return `${text.startsWith(' ') ? ' ' : ''}${plainText(text)}${text.endsWith(' ') ? ' ' : ''}`;
}

/** Registers lenses, which VS Code shows above lines. */
export function registerLenses(
  selector: vscode.DocumentSelector,
  provider: vscode.CodeLensProvider,
): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(selector, provider);
}

export function codeLens(
  range: vscode.Range,
  text: string,
  command: Pick<vscode.Command, 'command' | 'arguments'>,
): vscode.CodeLens {
  return new vscode.CodeLens(range, { ...command, title: plainText(text) });
}

export interface CompletionText {
  readonly label: string;
  readonly detail: string | undefined;
  /** Markdown that holds nothing of the plan. */
  readonly documentation: string | undefined;
  /** True if the detail is short enough to be beside each label, and not only that of the chosen item. */
  readonly isShown: boolean;
}

/** Creates an item. It inserts, and is found by, the text as the plan has it. */
export function completionItem(
  { label, detail, documentation, isShown }: CompletionText,
  kind: vscode.CompletionItemKind,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(plainLabel(label), kind);
  item.filterText = label;
  if (detail !== undefined) {
    const shown = plainLabel(detail);
    if (isShown) item.label = { label: plainLabel(label), description: shown };
    else item.detail = shown;
  }
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

export interface SymbolText {
  readonly name: string;
  readonly detail: string;
}

/** Creates an entry of the outline. VS Code refuses one without a name. */
export function documentSymbol(
  { name, detail }: SymbolText,
  kind: vscode.SymbolKind,
  range: vscode.Range,
  selection: vscode.Range,
): vscode.DocumentSymbol {
  const label = plainLabel(name) || '""';
  return new vscode.DocumentSymbol(label, plainLabel(detail), kind, range, selection);
}

/** Creates a result of the search for symbols. */
export function workspaceSymbol(
  { name, detail }: SymbolText,
  kind: vscode.SymbolKind,
  location: vscode.Location,
): vscode.SymbolInformation {
  return new vscode.SymbolInformation(plainLabel(name) || '""', kind, plainLabel(detail), location);
}

export interface TreeText {
  readonly label: string;
  readonly description: string;
  /** Lines that are shown when pointed at. */
  readonly tooltip: string;
}

/** Creates a row of a tree. VS Code reads no links or icons in it. A screen reader says what stands there. */
export function treeItem({ label, description, tooltip }: TreeText): vscode.TreeItem {
  const item = new vscode.TreeItem(oneLine(label));
  item.description = oneLine(description);
  item.tooltip = tooltip.split('\n').map(oneLine).join('\n');
  item.accessibilityInformation = { label: `${oneLine(label)}: ${oneLine(description)}` };
  return item;
}

export function showPlans<T>(provider: vscode.TreeDataProvider<T>): vscode.Disposable {
  return vscode.window.registerTreeDataProvider('capacityPlan.plans', provider);
}
