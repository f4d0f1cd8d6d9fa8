/** Provides completion to VS Code. Loads the code behind it on the first request. */
import type * as vscode from 'vscode';
import type { Log } from './log';
import type { Plans } from './plans';

/** Characters besides letters that trigger completion before a key or a value, and in a path. */
export const COMPLETION_TRIGGERS = [' ', '{', ',', '/'] as const;

export class CompletionProvider implements vscode.CompletionItemProvider {
  readonly #plans: Promise<Plans>;
  readonly #log: Log;

  constructor(plans: Promise<Plans>, log: Log) {
    this.#plans = plans;
    this.#log = log;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): Promise<vscode.CompletionItem[]> {
    return this.#log.guardAsync(
      'completion',
      async () => {
        const { completionItems } = await import('./completionItems');
        return completionItems(document, position, context, await this.#plans);
      },
      [],
    );
  }
}
