/** Keeps one analysis for each version of each document, shared by all views. */
import type * as vscode from 'vscode';
import type { Analysis } from '../lint/analysis';
import { analyzePlan, type AnalyzeOptions } from '../lint/analyzePlan';
import type { Config } from './config';
import { Effort, type Clock } from './effort';
import { PlanFileReader } from './planFiles';

interface Entry {
  readonly version: number;
  /** Number of changes of the settings, because findings depend on them. */
  readonly settings: number;
  readonly current: Analysis;
  /** Last analysis with an assessment: `current`, unless the text is broken. */
  readonly lastGood: Analysis | undefined;
}

export class AnalysisStore {
  // Keys are documents, not addresses. A new untitled document may have the address and version of a closed one.
  readonly #entries = new WeakMap<vscode.TextDocument, Entry>();
  readonly #efforts = new WeakMap<vscode.TextDocument, Effort>();
  readonly #config: Config;
  readonly #files: PlanFileReader;
  readonly clock: Clock;

  constructor(config: Config, clock: Clock) {
    this.#config = config;
    this.#files = new PlanFileReader(config);
    this.clock = clock;
  }

  dispose(): void {
    this.#files.dispose();
  }

  /** Returns the analysis of the current text. */
  analysisOf(document: vscode.TextDocument): Analysis {
    return this.#entryOf(document).current;
  }

  /** Returns the last analysis with an assessment. It differs from `analysisOf` while the text is broken. */
  lastGoodOf(document: vscode.TextDocument): Analysis | undefined {
    return this.#entryOf(document).lastGood;
  }

  /** Returns true if only the assessment may run while this plan is typed. */
  isExpensive(document: vscode.TextDocument): boolean {
    this.#entryOf(document);
    return this.#efforts.get(document)?.isExpensive ?? false;
  }

  /** Returns everything besides its text that a plan's reading depends on: settings, today, and files that it names. */
  optionsFor(plan: vscode.Uri, text: string): Required<AnalyzeOptions> {
    const asOf = new Date().toISOString().slice(0, 10);
    const files = this.#files.filesOf(plan, text);
    return { levels: this.#config.ruleLevels(plan), asOf, files };
  }

  #entryOf(document: vscode.TextDocument): Entry {
    const known = this.#entries.get(document);
    const { version } = document;
    const settings = this.#config.changes;
    if (known?.version === version && known.settings === settings) return known;
    const effort = this.#efforts.get(document) ?? new Effort(this.clock);
    const current = effort.measure(
      () => {
        const text = document.getText();
        return analyzePlan(text, this.optionsFor(document.uri, text));
      },
      ({ assessment }) => assessment !== undefined,
    );
    const lastGood = current.assessment ? current : known?.lastGood;
    const entry = { version, settings, current, lastGood };
    this.#entries.set(document, entry);
    this.#efforts.set(document, effort);
    return entry;
  }
}
