/** One analysis for each version of each document, shared by all that show something of it. */
import * as vscode from 'vscode';
import type { Analysis } from '../lint/analysis';
import { analyzePlan, type AnalyzeOptions } from '../lint/analyzePlan';
import type { Config } from './config';

interface Entry {
  readonly version: number;
  readonly current: Analysis;
  /** The last that could be assessed: `current`, unless the text is broken. */
  readonly lastGood: Analysis | undefined;
}

export class AnalysisStore implements vscode.Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #config: Config;
  readonly #subscriptions: vscode.Disposable[];

  constructor(config: Config) {
    this.#config = config;
    this.#subscriptions = [
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#entries.delete(uri.toString())),
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

  /** What every reading of the plan depends on besides its text: the settings, and today. */
  optionsFor(plan: vscode.Uri): Required<AnalyzeOptions> {
    const asOf = new Date().toISOString().slice(0, 10);
    return { levels: this.#config.ruleLevels(plan), asOf };
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
    this.#entries.clear();
  }

  #entryOf(document: vscode.TextDocument): Entry {
    const key = document.uri.toString();
    const known = this.#entries.get(key);
    if (known?.version === document.version) return known;
    const current = analyzePlan(document.getText(), this.optionsFor(document.uri));
    const lastGood = current.assessment ? current : known?.lastGood;
    const entry = { version: document.version, current, lastGood };
    // A closed document is analyzed when asked for, but nothing would ever forget it.
    if (!document.isClosed) this.#entries.set(key, entry);
    return entry;
  }

  /** Findings depend on the settings: no version is current any more. */
  #forgetLevels(): void {
    for (const [key, entry] of this.#entries) this.#entries.set(key, { ...entry, version: -1 });
  }
}
