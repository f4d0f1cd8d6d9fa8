/** Provides quick fixes to VS Code. Loads the code behind them on the first request. */
import type * as vscode from 'vscode';
import type { Log } from './log';
import type { Plans } from './plans';

export class CodeActionsProvider implements vscode.CodeActionProvider {
  readonly #plans: Promise<Plans>;
  readonly #rulesPage: vscode.Uri;
  readonly #log: Log;

  /** @param rulesPage The page with a heading for each rule. */
  constructor(plans: Promise<Plans>, rulesPage: vscode.Uri, log: Log) {
    this.#plans = plans;
    this.#rulesPage = rulesPage;
    this.#log = log;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    return this.#log.guardAsync(
      'quick fixes',
      async () => {
        const { codeActions } = await import('./codeActions');
        const services = { plans: await this.#plans, rulesPage: this.#rulesPage };
        return codeActions({ document, range, context, token, ...services });
      },
      [],
    );
  }
}
