/** Shows two language status items: the worst scenario with a link to the charts, and the report. */
import * as vscode from 'vscode';
import type { Status } from '../language/status';
import type { AnalysisStore } from './analysisStore';
import { AtNextTick } from './atNextTick';
import type { Config } from './config';
import { isPlan, PLAN_SELECTOR } from './documentSelector';
import type { Log } from './log';
import { createStatus } from './showText';

const SEVERITIES: Readonly<Record<Status['severity'], vscode.LanguageStatusSeverity>> = {
  error: vscode.LanguageStatusSeverity.Error,
  warning: vscode.LanguageStatusSeverity.Warning,
  information: vscode.LanguageStatusSeverity.Information,
};

export class StatusItem implements vscode.Disposable {
  readonly #item = createStatus('capacityPlan.worst', PLAN_SELECTOR, 'Capacity Plan', {
    command: 'capacityPlan.openCharts',
    title: 'Open Charts',
  });
  /** An item has only one command, so the report has its own. */
  readonly #report = createStatus('capacityPlan.report', PLAN_SELECTOR, 'Capacity Plan: Report', {
    command: 'capacityPlan.generateReport',
    title: 'Generate Report',
  });
  readonly #store: Promise<AnalysisStore>;
  readonly #subscriptions: vscode.Disposable[];
  /** Merges several events of one edit into one update. */
  readonly #soon: AtNextTick<void>;
  #status: Status | undefined;

  constructor(store: Promise<AnalysisStore>, config: Config, log: Log) {
    this.#store = store;
    this.#soon = new AtNextTick(
      () => void log.guardAsync('status item', () => this.#update(), undefined),
    );
    this.#report.set({ text: 'Report in Markdown' });
    const ofActive = (document: vscode.TextDocument): void => {
      if (document === vscode.window.activeTextEditor?.document) this.#soon.ask();
    };
    this.#subscriptions = [
      this.#soon,
      vscode.window.onDidChangeActiveTextEditor(() => this.#soon.ask()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => ofActive(document)),
      // A change of language closes the document and opens another one.
      vscode.workspace.onDidOpenTextDocument(ofActive),
      config.onDidChange(() => this.#soon.ask()),
    ];
    this.#soon.ask();
  }

  /** Status that the item shows. */
  get status(): Status | undefined {
    return this.#status;
  }

  dispose(): void {
    vscode.Disposable.from(this.#item, this.#report, ...this.#subscriptions).dispose();
  }

  async #update(): Promise<void> {
    const { describeStatus } = await import('../language/status');
    const store = await this.#store;
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isPlan(document)) return;
    const status = describeStatus(store.analysisOf(document), store.lastGoodOf(document));
    this.#status = status;
    this.#item.set(status, SEVERITIES[status.severity]);
  }
}
