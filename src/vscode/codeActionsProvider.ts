/** Provides quick fixes to VS Code. Loads the code behind them on the first request. */
import type * as vscode from 'vscode';
import type { Log } from './log';
import type { Plans } from './plans';

export class CodeActionsProvider implements vscode.CodeActionProvider {
  readonly #plans: Promise<Plans>;
  readonly #log: Log;

  constructor(plans: Promise<Plans>, log: Log) {
    this.#plans = plans;
    this.#log = log;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    return this.#log.guardAsync(
      'quick fixes',
      async () => {
        const { codeActions } = await import('./codeActions');
        return codeActions(document, range, context, await this.#plans);
      },
      [],
    );
  }
}
