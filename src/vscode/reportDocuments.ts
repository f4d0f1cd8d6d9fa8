/** Shows reports in documents that nobody has to save. "Save As" proposes `NAME.report.md`. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { stemOf } from './fileNames';

const SCHEME = 'capacity-plan-report';
const gone = (): string =>
  `${t`This report ended with the window that made it. Run *Capacity Plan: Generate Report*.`}\n`;

export class ReportDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  /** The last report of each plan, also for a tab that is opened again. */
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
    );
  }

  readonly onDidChange: vscode.Event<vscode.Uri> = (listener, thisArgs, disposables) =>
    this.#changed.event(listener, thisArgs, disposables);

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? gone();
  }

  /** Opens the plan's report, or replaces the text of the one that is open. */
  open(plan: vscode.Uri, text: string): Thenable<vscode.TextDocument> {
    const folder = plan.path.slice(0, plan.path.lastIndexOf('/') + 1);
    const path = `${folder.startsWith('/') ? folder : '/'}${stemOf(plan)}.report.md`;
    // The query tells apart reports of plans with the same path in different places.
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: plan.toString() });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return vscode.workspace.openTextDocument(uri);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
