/** One analysis for each version of each document, shared by all that show something of it. */
import type * as vscode from 'vscode';
import type { Analysis } from '../lint/analysis';
import { analyzePlan, type AnalyzeOptions } from '../lint/analyzePlan';
import type { Config } from './config';
import { Effort, type Clock } from './effort';

interface Entry {
  readonly version: number;
  /** Counts changes of the settings: findings depend on them. */
  readonly settings: number;
  readonly current: Analysis;
  /** The last that could be assessed: `current`, unless the text is broken. */
  readonly lastGood: Analysis | undefined;
}

export class AnalysisStore implements vscode.Disposable {
  // By document, not by address: a new untitled document may have the address and the version of one that was closed.
  readonly #entries = new WeakMap<vscode.TextDocument, Entry>();
  readonly #efforts = new WeakMap<vscode.TextDocument, Effort>();
  readonly #config: Config;
  readonly clock: Clock;
  readonly #subscription: vscode.Disposable;
  #settings = 0;

  constructor(config: Config, clock: Clock) {
    this.#config = config;
    this.clock = clock;
    this.#subscription = config.onDidChange(() => {
      this.#settings += 1;
    });
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
    return this.#efforts.get(document)?.isExpensive ?? false;
  }

  /** What every reading of the plan depends on besides its text: the settings, and today. */
  optionsFor(plan: vscode.Uri): Required<AnalyzeOptions> {
    const asOf = new Date().toISOString().slice(0, 10);
    return { levels: this.#config.ruleLevels(plan), asOf };
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #entryOf(document: vscode.TextDocument): Entry {
    const known = this.#entries.get(document);
    const { version } = document;
    if (known?.version === version && known.settings === this.#settings) return known;
    const effort = this.#efforts.get(document) ?? new Effort(this.clock);
    const current = effort.measure(
      () => analyzePlan(document.getText(), this.optionsFor(document.uri)),
      ({ assessment }) => assessment !== undefined,
    );
    const lastGood = current.assessment ? current : known?.lastGood;
    const entry = { version, settings: this.#settings, current, lastGood };
    this.#entries.set(document, entry);
    this.#efforts.set(document, effort);
    return entry;
  }
}
