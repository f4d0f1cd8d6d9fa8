/**
 * Findings in the editor: at once on open and save, and 250 ms after the last change; what a change solves
 * goes at once, so that nobody looks at a complaint that is dealt with. Their words are loaded behind the activation,
 * which VS Code waits for.
 */
import * as vscode from 'vscode';
import type { AnalysisStore } from './analysisStore';
import type { Config } from './config';
import { isOwnPlan } from './documentSelector';
import type { Log } from './log';
import { stepsBack } from './otherYaml';
import type { toDiagnostic } from './toDiagnostic';

const DEBOUNCE_MS = 250;

export class Diagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('capacity-plan');
  readonly #store: AnalysisStore;
  readonly #log: Log;
  readonly #rulesPage: vscode.Uri;
  readonly #subscriptions: vscode.Disposable[];
  /** Undefined until it is loaded: then all that is open is published. */
  #toDiagnostic: typeof toDiagnostic | undefined;
  /** Changed documents whose findings are due, by URI. */
  readonly #pending = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(store: AnalysisStore, config: Config, log: Log, rulesPage: vscode.Uri) {
    this.#store = store;
    this.#log = log;
    this.#rulesPage = rulesPage;
    const { workspace } = vscode;
    this.#subscriptions = [
      workspace.onDidOpenTextDocument((document) => this.#publish(document)),
      workspace.onDidSaveTextDocument((document) => this.#publish(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#publishSoon(document)),
      workspace.onDidCloseTextDocument((document) => this.#clear(document)),
      config.onDidChange(() => this.#publishAll()),
    ];
    void log.guardAsync('findings', () => this.#load(), undefined);
  }

  async #load(): Promise<void> {
    this.#toDiagnostic = (await import('./toDiagnostic')).toDiagnostic;
    this.#publishAll();
  }

  dispose(): void {
    for (const timer of this.#pending.values()) clearTimeout(timer);
    vscode.Disposable.from(this.#collection, ...this.#subscriptions).dispose();
  }

  #publishAll(): void {
    vscode.workspace.textDocuments.forEach((document) => this.#publish(document));
  }

  #publish(document: vscode.TextDocument): void {
    this.#cancel(document);
    if (document.isClosed || !isOwnPlan(document)) return;
    if (this.#toDiagnostic) {
      this.#collection.set(document.uri, this.#diagnose(document, this.#toDiagnostic));
    }
  }

  #publishSoon(document: vscode.TextDocument): void {
    if (document.isClosed || !isOwnPlan(document)) return;
    this.#cancel(document);
    const key = document.uri.toString();
    this.#pending.set(
      key,
      setTimeout(() => this.#publish(document), DEBOUNCE_MS),
    );
    this.#clearSolved(document);
  }

  /** Keeps what is shown and still found, at the place where it is found now. */
  #clearSolved(document: vscode.TextDocument): void {
    const shown = new Set((this.#collection.get(document.uri) ?? []).map(identify));
    if (shown.size === 0 || !this.#toDiagnostic) return;
    const left = this.#diagnose(document, this.#toDiagnostic).filter((diagnostic) =>
      shown.has(identify(diagnostic)),
    );
    this.#collection.set(document.uri, left);
  }

  #diagnose(document: vscode.TextDocument, toShown: typeof toDiagnostic): vscode.Diagnostic[] {
    const work = (): vscode.Diagnostic[] =>
      this.#store
        .analysisOf(document)
        .findings.filter(({ code }) => code !== 'plan.syntax' || !stepsBack(document))
        .map((finding) => toShown(document, finding, this.#rulesPage));
    return this.#log.guard('findings', work, []);
  }

  #clear(document: vscode.TextDocument): void {
    this.#cancel(document);
    this.#collection.delete(document.uri);
  }

  #cancel({ uri }: vscode.TextDocument): void {
    const key = uri.toString();
    clearTimeout(this.#pending.get(key));
    this.#pending.delete(key);
  }
}

function identify({ code, message }: vscode.Diagnostic): string {
  const value = typeof code === 'object' ? code.value : code;
  return `${value ?? ''} ${message}`;
}
