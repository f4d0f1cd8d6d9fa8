/** Provides hovers to VS Code. Loads the code behind them on the first request. */
import type * as vscode from 'vscode';
import type { AnalysisStore } from './analysisStore';
import type { Log } from './log';

export class HoverProvider implements vscode.HoverProvider {
  readonly #store: Promise<AnalysisStore>;
  readonly #log: Log;

  constructor(store: Promise<AnalysisStore>, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    return this.#log.guardAsync(
      'hover',
      async () => {
        const { hoverContents } = await import('./hoverContents');
        return hoverContents(document, position, await this.#store);
      },
      undefined,
    );
  }
}
