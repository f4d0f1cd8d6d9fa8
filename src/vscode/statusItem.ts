/** The language status items: the active plan's worst scenario with the way to its charts, and to its report. */
import * as vscode from 'vscode';
import { describeStatus, type Status } from '../language/status';
import type { AnalysisStore } from './analysisStore';
import { isPlan, PLAN_SELECTOR } from './documentSelector';
import type { Log } from './log';

const SEVERITIES: Readonly<Record<Status['severity'], vscode.LanguageStatusSeverity>> = {
  error: vscode.LanguageStatusSeverity.Error,
  warning: vscode.LanguageStatusSeverity.Warning,
  information: vscode.LanguageStatusSeverity.Information,
};

export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('capacityPlan.worst', PLAN_SELECTOR);
  /** An item has one command. */
  readonly #report = vscode.languages.createLanguageStatusItem(
    'capacityPlan.report',
    PLAN_SELECTOR,
  );
  readonly #store: AnalysisStore;
  readonly #log: Log;
  readonly #subscriptions: vscode.Disposable[];
  #pending: ReturnType<typeof setTimeout> | undefined;
  #status: Status | undefined;

  constructor(store: AnalysisStore, log: Log) {
    this.#store = store;
    this.#log = log;
    this.#item.name = 'Capacity Plan';
    this.#item.command = { command: 'capacityPlan.openCharts', title: 'Open Charts' };
    this.#report.name = 'Capacity Plan: Report';
    this.#report.text = 'Report in Markdown';
    this.#report.command = { command: 'capacityPlan.generateReport', title: 'Generate Report' };
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#updateSoon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#updateSoon();
      }),
    ];
    this.#updateSoon();
  }

  /** What it shows. */
  get status(): Status | undefined {
    return this.#status;
  }

  dispose(): void {
    clearTimeout(this.#pending);
    vscode.Disposable.from(this.#item, this.#report, ...this.#subscriptions).dispose();
  }

  /** At the next tick: several events of one edit are one update. */
  #updateSoon(): void {
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() =>
      this.#log.guard('status item', () => this.#update(), undefined),
    );
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isPlan(document)) return;
    const status = describeStatus(
      this.#store.analysisOf(document),
      this.#store.lastGoodOf(document),
    );
    this.#status = status;
    this.#item.text = status.text;
    this.#item.detail = status.detail;
    this.#item.severity = SEVERITIES[status.severity];
  }
}
