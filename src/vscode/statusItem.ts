/**
 * Shows two language status items: the worst scenario with a link to the charts, and the report. The first is busy
 * while the worker computes it.
 */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Status } from '../language/status';
import { AtNextTick } from './atNextTick';
import type { Config } from './config';
import { isPlan, PLAN_SELECTOR } from './documentSelector';
import type { Log } from './log';
import type { Plans } from './plans';
import { createStatus, type ShownStatus } from './showText';
import { refusalWords } from '../worker/asked';

const SEVERITIES: Readonly<Record<Status['severity'], vscode.LanguageStatusSeverity>> = {
  error: vscode.LanguageStatusSeverity.Error,
  warning: vscode.LanguageStatusSeverity.Warning,
  information: vscode.LanguageStatusSeverity.Information,
};

export class StatusItem implements vscode.Disposable {
  readonly #item = worstStatus();
  /** An item has only one command, so the report has its own. */
  readonly #report = reportStatus();
  readonly #plans: Promise<Plans>;
  readonly #subscriptions: vscode.Disposable[];
  /** Merges several events of one edit into one update. */
  readonly #soon: AtNextTick<void>;
  #status: Status | undefined;

  constructor(plans: Promise<Plans>, config: Config, log: Log) {
    this.#plans = plans;
    this.#soon = new AtNextTick(
      () => void log.guardAsync('status item', () => this.#update(), undefined),
    );
    this.#report.set({ text: t`Report in Markdown` });
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
    const plans = await this.#plans;
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isPlan(document)) return;
    const { version } = document;
    if (!plans.isQuick(plans.snapshotOf(document), { type: 'status' })) this.#item.setBusy(true);
    const asked = await plans.ask(document, { type: 'status' });
    const isCurrent = document === vscode.window.activeTextEditor?.document;
    if (asked.kind === 'dropped' || !isCurrent || document.version !== version) return;
    this.#item.setBusy(false);
    this.#show(
      asked.kind === 'answered' ? asked.answer : refusedStatus(refusalWords(asked.refusal)),
    );
  }

  #show(status: Status): void {
    this.#status = status;
    this.#item.set(status, SEVERITIES[status.severity]);
  }
}

function worstStatus(): ShownStatus {
  return createStatus('capacityPlan.worst', PLAN_SELECTOR, 'Capacity Plan', {
    command: 'capacityPlan.openCharts',
    title: t`Open Charts`,
  });
}

function reportStatus(): ShownStatus {
  return createStatus('capacityPlan.report', PLAN_SELECTOR, t`Capacity Plan: Report`, {
    command: 'capacityPlan.generateReport',
    title: t`Generate Report`,
  });
}

function refusedStatus(words: string): Status {
  return { severity: 'error', text: t`No figures`, detail: words };
}
