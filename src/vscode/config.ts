/** Reads the settings, typed. */
import * as vscode from 'vscode';
import { SEVERITIES, type RuleLevel } from '../lint/finding';
import { DEFAULTS } from '../measure/defaults';
import { REPORT_CHARTS, type ReportCharts } from '../report/reportCharts';
import type { Log } from './log';

export type RuleLevels = Readonly<Record<string, RuleLevel>>;

const SECTION = 'capacityPlan';
const LEVELS: ReadonlySet<unknown> = new Set<RuleLevel>([...SEVERITIES, 'off']);

export class Config implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly #log: Log;
  /** Bad settings that were already reported. */
  readonly #complaints = new Set<string>();
  readonly #levels = new Map<string, RuleLevels>();
  #changes = 0;

  constructor(log: Log) {
    this.#log = log;
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(SECTION)) return;
      this.#changes += 1;
      this.#changed.fire();
    });
  }

  /** Number of changes so far: what was read at another number may be out of date. */
  get changes(): number {
    return this.#changes;
  }

  /** Tells that something else changed that plans are read with: a file that one names. */
  touch(): void {
    this.#changes += 1;
    this.#changed.fire();
  }

  readonly onDidChange: vscode.Event<void> = (listener, thisArgs, disposables) =>
    this.#changed.event(listener, thisArgs, disposables);

  /** Returns levels by rule. Leaves out an invalid level, and logs it once. */
  ruleLevels(scope: vscode.Uri): RuleLevels {
    const rules = vscode.workspace.getConfiguration(SECTION, scope).get<unknown>('rules');
    if (typeof rules !== 'object' || rules === null) return this.#sameObjectOf([]);
    const entries = Object.entries(rules).filter((entry): entry is [string, RuleLevel] => {
      const known = LEVELS.has(entry[1]);
      if (!known) this.#complain(entry[0], entry[1]);
      return known;
    });
    return this.#sameObjectOf(entries);
  }

  /** Returns the report's chart format. An invalid choice, which VS Code marks, counts as the first. */
  reportCharts(scope: vscode.Uri): ReportCharts {
    const chosen = vscode.workspace.getConfiguration(SECTION, scope).get<unknown>('report.charts');
    return REPORT_CHARTS.find((known) => known === chosen) ?? REPORT_CHARTS[0];
  }

  /** Returns true if plans that nobody has open are checked. */
  checksWorkspace(scope: vscode.Uri): boolean {
    return (
      vscode.workspace.getConfiguration(SECTION, scope).get<unknown>('checkWorkspace') !== false
    );
  }

  /** Returns true if the hints are lenses above the scenarios too. */
  hasCodeLens(scope: vscode.Uri): boolean {
    return vscode.workspace.getConfiguration(SECTION, scope).get<unknown>('codeLens') === true;
  }

  /** Returns the name of the environment variable with the key of servers that are measured. */
  keyVariable(): string {
    const name = vscode.workspace.getConfiguration(SECTION).get<unknown>('measure.keyVariable');
    return typeof name === 'string' && name !== '' ? name : DEFAULTS.keyVariable;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  /** Returns the same object for the same settings, so that results are remembered by it. */
  #sameObjectOf(entries: readonly (readonly [string, RuleLevel])[]): RuleLevels {
    const key = JSON.stringify(entries);
    const levels = this.#levels.get(key) ?? Object.fromEntries(entries);
    this.#levels.set(key, levels);
    return levels;
  }

  #complain(rule: string, level: unknown): void {
    const accepted = [...LEVELS].join(', ');
    const message = `capacityPlan.rules: ${JSON.stringify(level)} is no level for ${rule} (${accepted})`;
    if (this.#complaints.has(message)) return;
    this.#complaints.add(message);
    this.#log.warn(message);
  }
}
