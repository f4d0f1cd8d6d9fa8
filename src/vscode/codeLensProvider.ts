/** Shows the hints as lenses above the scenarios, for editors too narrow for them. Off by default. */
import * as vscode from 'vscode';
import { OPEN_CHARTS } from './charts/openCharts';
import type { Config } from './config';
import type { Hints } from './hints';
import type { Log } from './log';
import { codeLens } from './showText';

export class CodeLensProvider implements vscode.CodeLensProvider {
  readonly #hints: Hints;
  readonly #config: Config;
  readonly #log: Log;

  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(hints: Hints, config: Config, log: Log) {
    this.#hints = hints;
    this.#config = config;
    this.#log = log;
    this.onDidChangeCodeLenses = config.onDidChange;
  }

  provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    return this.#log.guardAsync('code lenses', () => this.#lensesOf(document), []);
  }

  async #lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!this.#config.hasCodeLens(document.uri)) return [];
    return (await this.#hints.of(document)).map(({ subject, text, scenario }) => {
      const at = document.positionAt(subject);
      const command = { command: OPEN_CHARTS, arguments: [document.uri.toString(), scenario] };
      return codeLens(new vscode.Range(at, at), text, command);
    });
  }
}
