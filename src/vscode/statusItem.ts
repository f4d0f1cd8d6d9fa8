/** The language status items: the active plan's worst scenario with the way to its charts, and to its report. */
import * as vscode from 'vscode';
import { describeStatus, type Status } from '../language/status';
import type { AnalysisStore } from './analysisStore';
import { AtNextTick } from './atNextTick';
import type { Config } from './config';
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
  readonly #subscriptions: vscode.Disposable[];
  /** Several events of one edit are one update. */
  readonly #soon: AtNextTick<void>;
  #status: Status | undefined;

  constructor(store: AnalysisStore, config: Config, log: Log) {
    this.#store = store;
    this.#soon = new AtNextTick(() => log.guard('status item', () => this.#update(), undefined));
    this.#item.name = 'Capacity Plan';
    this.#item.command = { command: 'capacityPlan.openCharts', title: 'Open Charts' };
    this.#report.name = 'Capacity Plan: Report';
    this.#report.text = 'Report in Markdown';
    this.#report.command = { command: 'capacityPlan.generateReport', title: 'Generate Report' };
    const ofActive = (document: vscode.TextDocument): void => {
      if (document === vscode.window.activeTextEditor?.document) this.#soon.ask();
    };
    this.#subscriptions = [
      this.#soon,
      vscode.window.onDidChangeActiveTextEditor(() => this.#soon.ask()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => ofActive(document)),
      // Another language is another document to VS Code: it is closed, and opened.
      vscode.workspace.onDidOpenTextDocument(ofActive),
      config.onDidChange(() => this.#soon.ask()),
    ];
    this.#soon.ask();
  }

  /** What it shows. */
  get status(): Status | undefined {
    return this.#status;
  }

  dispose(): void {
    vscode.Disposable.from(this.#item, this.#report, ...this.#subscriptions).dispose();
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
