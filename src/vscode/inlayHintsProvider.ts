import type * as vscode from 'vscode';
import type { AnalysisStore } from './analysisStore';
import type { Config } from './config';
import type { Log } from './log';
import { inlayHint } from './showText';

/**
 * Provides inlay hints. VS Code asks after every edit, so hints do not wait for the findings. Loads the code behind them
 * on the first request.
 */
export class InlayHintsProvider implements vscode.InlayHintsProvider {
  readonly #store: Promise<AnalysisStore>;
  readonly #log: Log;

  readonly onDidChangeInlayHints: vscode.Event<void>;

  constructor(store: Promise<AnalysisStore>, config: Config, log: Log) {
    this.#store = store;
    this.onDidChangeInlayHints = config.onDidChange;
    this.#log = log;
  }

  provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
  ): Promise<vscode.InlayHint[]> {
    return this.#log.guardAsync('inlay hints', () => this.#hints(document, range), []);
  }

  async #hints(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.InlayHint[]> {
    const { inlayHints } = await import('../language/inlayHints');
    const store = await this.#store;
    return inlayHints(store.analysisOf(document), store.lastGoodOf(document))
      .map(({ offset, text, tooltip }) => inlayHint(document.positionAt(offset), text, tooltip))
      .filter(({ position }) => range.contains(position));
  }
}
