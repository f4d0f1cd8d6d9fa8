/** One analysis for each version of each document, shared by all that show something of it. */
import * as vscode from 'vscode';
import type { Analysis } from '../lint/analysis';
import { analyzePlan, type AnalyzeOptions } from '../lint/analyzePlan';
import type { Config } from './config';
import { Effort, type Clock } from './effort';

interface Entry {
  readonly version: number;
  readonly current: Analysis;
  /** The last that could be assessed: `current`, unless the text is broken. */
  readonly lastGood: Analysis | undefined;
}

export class AnalysisStore implements vscode.Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #efforts = new Map<string, Effort>();
  readonly #config: Config;
  readonly clock: Clock;
  readonly #subscriptions: vscode.Disposable[];

  constructor(config: Config, clock: Clock) {
    this.#config = config;
    this.clock = clock;
    this.#subscriptions = [
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#entries.delete(uri.toString());
        this.#efforts.delete(uri.toString());
      }),
      config.onDidChange(() => this.#forgetLevels()),
    ];
  }

  /** Of the text as it is now. */
  analysisOf(document: vscode.TextDocument): Analysis {
    return this.#entryOf(document).current;
  }

  /** The last analysis with an assessment; another than `analysisOf` gives while the text is broken. */
  lastGoodOf(document: vscode.TextDocument): Analysis | undefined {
    return this.#entryOf(document).lastGood;
  }

  /** Whether nothing but the assessment may run while this plan is typed. */
  isExpensive(document: vscode.TextDocument): boolean {
    this.#entryOf(document);
    return this.#efforts.get(document.uri.toString())?.isExpensive ?? false;
  }

  /** What every reading of the plan depends on besides its text: the settings, and today. */
  optionsFor(plan: vscode.Uri): Required<AnalyzeOptions> {
    const asOf = new Date().toISOString().slice(0, 10);
    return { levels: this.#config.ruleLevels(plan), asOf };
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
    this.#entries.clear();
    this.#efforts.clear();
  }

  #entryOf(document: vscode.TextDocument): Entry {
    const key = document.uri.toString();
    const known = this.#entries.get(key);
    if (known?.version === document.version) return known;
    const effort = this.#efforts.get(key) ?? new Effort(this.clock);
    const current = effort.measure(
      () => analyzePlan(document.getText(), this.optionsFor(document.uri)),
      ({ assessment }) => assessment !== undefined,
    );
    const lastGood = current.assessment ? current : known?.lastGood;
    const entry = { version: document.version, current, lastGood };
    // A closed document is analyzed when asked for, but nothing would ever forget it.
    if (!document.isClosed) {
      this.#entries.set(key, entry);
      this.#efforts.set(key, effort);
    }
    return entry;
  }

  /** Findings depend on the settings: no version is current any more. */
  #forgetLevels(): void {
    for (const [key, entry] of this.#entries) this.#entries.set(key, { ...entry, version: -1 });
  }
}
