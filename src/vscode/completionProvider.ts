/** Provides completion to VS Code. Loads the code behind it on the first request. */
import type * as vscode from 'vscode';
import type { AnalysisStore } from './analysisStore';
import type { Log } from './log';

/** Characters besides letters that trigger completion before a key or a value. */
export const COMPLETION_TRIGGERS = [' ', '{', ','] as const;

export class CompletionProvider implements vscode.CompletionItemProvider {
  readonly #store: Promise<AnalysisStore>;
  readonly #log: Log;

  constructor(store: Promise<AnalysisStore>, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]> {
    return this.#log.guardAsync(
      'completion',
      async () => {
        const { completionItems } = await import('./completionItems');
        return completionItems(document, position, await this.#store);
      },
      [],
    );
  }
}
