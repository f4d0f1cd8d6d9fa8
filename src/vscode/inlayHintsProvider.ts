import type * as vscode from 'vscode';
import { inlayHints } from '../language/inlayHints';
import type { AnalysisStore } from './analysisStore';
import type { Log } from './log';
import { inlayHint } from './showText';

/** Provides inlay hints. VS Code asks after every edit, so hints do not wait for the findings. */
export class InlayHintsProvider implements vscode.InlayHintsProvider {
  readonly #store: AnalysisStore;
  readonly #log: Log;

  constructor(store: AnalysisStore, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    return this.#log.guard('inlay hints', () => this.#hints(document, range), []);
  }

  #hints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    const current = this.#store.analysisOf(document);
    return inlayHints(current, this.#store.lastGoodOf(document))
      .map(({ offset, text, tooltip }) => inlayHint(document.positionAt(offset), text, tooltip))
      .filter(({ position }) => range.contains(position));
  }
}
