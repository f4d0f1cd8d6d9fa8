/**
 * Publishes findings in the editor: at once on open and save, and 250 ms after the last change. Solved findings go a
 * frame after the change, so that nobody reads an outdated complaint. Findings of an expensive plan come when its worker
 * has them. All of this is loaded after activation, for which VS Code waits.
 */
import * as vscode from 'vscode';
import type { Config } from './config';
import { isOwnPlan } from './documentSelector';
import type { Log } from './log';
import { stepsBack } from './otherYaml';
import type { Plans } from './plans';
import type * as conversion from './toDiagnostic';

const DEBOUNCE_MS = 250;
/** Delay in milliseconds. The charts panel says more about the change, so it goes first. */
const SOLVED_MS = 16;

interface DiagnosticsServices {
  readonly plans: Promise<Plans>;
  readonly config: Config;
  readonly log: Log;
  readonly rulesPage: vscode.Uri;
  /** Findings of all plans, those of closed ones too. */
  readonly findings: vscode.DiagnosticCollection;
  /** Tells if the findings of a file stay when its editor closes. */
  readonly keeps: (uri: vscode.Uri) => boolean;
  /** Tells if a document has no findings any more: its file is deleted, and no tab shows it. */
  readonly isLeftOver: (uri: vscode.Uri) => boolean;
}

export class Diagnostics implements vscode.Disposable {
  readonly #collection: vscode.DiagnosticCollection;
  readonly #keeps: (uri: vscode.Uri) => boolean;
  readonly #isLeftOver: (uri: vscode.Uri) => boolean;
  readonly #log: Log;
  readonly #rulesPage: vscode.Uri;
  readonly #subscriptions: vscode.Disposable[];
  /** Undefined until it is loaded. Then all open plans are published. */
  #loaded: Loaded | undefined;
  /** Changed documents with pending work, by URI. */
  readonly #pending = new Map<string, Due>();

  constructor(services: DiagnosticsServices) {
    const { plans, config, log, rulesPage, findings, keeps, isLeftOver } = services;
    this.#log = log;
    this.#rulesPage = rulesPage;
    this.#collection = findings;
    this.#keeps = keeps;
    this.#isLeftOver = isLeftOver;
    const { workspace } = vscode;
    this.#subscriptions = [
      workspace.onDidOpenTextDocument((document) => this.#publish(document)),
      workspace.onDidSaveTextDocument((document) => this.#publish(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#publishSoon(document)),
      workspace.onDidCloseTextDocument((document) => this.#clear(document)),
      config.onDidChange(() => this.#publishAll()),
    ];
    void log.guardAsync('findings', () => this.#load(plans), undefined);
  }

  async #load(plans: Promise<Plans>): Promise<void> {
    // After the plans, which load most of what it needs, piece by piece.
    const loaded = await plans;
    const conversion = await import('./toDiagnostic');
    this.#loaded = { plans: loaded, ...conversion };
    this.#publishAll();
  }

  dispose(): void {
    for (const due of this.#pending.values()) cancel(due);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #publishAll(): void {
    vscode.workspace.textDocuments.forEach((document) => this.#publish(document));
  }

  #publish(document: vscode.TextDocument): void {
    this.#cancel(document);
    if (document.isClosed || !isOwnPlan(document)) return;
    this.#diagnose(document, (found) => this.#collection.set(document.uri, found));
  }

  #publishSoon(document: vscode.TextDocument): void {
    if (document.isClosed || !isOwnPlan(document)) return;
    this.#cancel(document);
    this.#pending.set(document.uri.toString(), {
      solved: setTimeout(() => this.#clearSolved(document), SOLVED_MS),
      all: setTimeout(() => this.#publish(document), DEBOUNCE_MS),
    });
  }

  /** Keeps the findings that still hold, at their current places. */
  #clearSolved(document: vscode.TextDocument): void {
    if ((this.#collection.get(document.uri) ?? []).length === 0) return;
    this.#diagnose(document, (found) => {
      const shown = (this.#collection.get(document.uri) ?? []).map(identify);
      const left = found.filter((diagnostic) => shown.includes(identify(diagnostic)));
      // If nothing is solved, everything waits for the next findings. The editor moves the shown ones along with the
      // text.
      const isSame = left.length === shown.length && left.every((d, i) => identify(d) === shown[i]);
      if (!isSame) this.#collection.set(document.uri, left);
    });
  }

  /** Passes on the findings, unless the text has changed by then. */
  #diagnose(
    document: vscode.TextDocument,
    found: (diagnostics: readonly vscode.Diagnostic[]) => void,
  ): void {
    const loaded = this.#loaded;
    if (!loaded) return;
    const { version, uri } = document;
    const isCurrent = (): boolean =>
      !document.isClosed && document.version === version && !this.#isLeftOver(uri);
    const work = async (): Promise<void> => {
      const diagnostics = await this.#diagnosticsOf(document, loaded);
      if (diagnostics && isCurrent()) found(diagnostics);
    };
    void this.#log.guardAsync('findings', work, undefined);
  }

  async #diagnosticsOf(
    document: vscode.TextDocument,
    { plans, toDiagnostic, refusalDiagnostic }: Loaded,
  ): Promise<readonly vscode.Diagnostic[] | undefined> {
    const asked = await plans.ask(document, { type: 'findings' });
    if (asked.kind === 'dropped') return undefined;
    if (asked.kind === 'refused') return [refusalDiagnostic(asked.refusal)];
    return asked.answer
      .filter(({ code }) => code !== 'plan.syntax' || !stepsBack(document))
      .map((finding) => toDiagnostic(document, finding, this.#rulesPage));
  }

  #clear(document: vscode.TextDocument): void {
    this.#cancel(document);
    if (!this.#keeps(document.uri)) this.#collection.delete(document.uri);
    this.#loaded?.plans.forget(document);
  }

  #cancel({ uri }: vscode.TextDocument): void {
    const key = uri.toString();
    cancel(this.#pending.get(key));
    this.#pending.delete(key);
  }
}

interface Loaded extends Pick<typeof conversion, 'toDiagnostic' | 'refusalDiagnostic'> {
  readonly plans: Plans;
}

interface Due {
  readonly solved: ReturnType<typeof setTimeout>;
  readonly all: ReturnType<typeof setTimeout>;
}

function cancel(due: Due | undefined): void {
  clearTimeout(due?.solved);
  clearTimeout(due?.all);
}

function identify({ code, message }: vscode.Diagnostic): string {
  const value = typeof code === 'object' ? code.value : code;
  return `${value ?? ''} ${message}`;
}
