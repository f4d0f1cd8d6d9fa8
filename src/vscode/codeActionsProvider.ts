/** Provides quick fixes to VS Code. Loads the code behind them on the first request. */
import type * as vscode from 'vscode';
import type { AnalysisStore } from './analysisStore';
import type { Log } from './log';

export class CodeActionsProvider implements vscode.CodeActionProvider {
  readonly #store: Promise<AnalysisStore>;
  readonly #log: Log;

  constructor(store: Promise<AnalysisStore>, log: Log) {
    this.#store = store;
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
        return codeActions(document, range, context, await this.#store);
      },
      [],
    );
  }
}
