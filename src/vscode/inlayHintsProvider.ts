import type * as vscode from 'vscode';
import type { AnalysisStore } from './analysisStore';
import type { Log } from './log';
import { inlayHint } from './showText';

interface Subject {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/**
 * Provides inlay hints, with the scenario's card as tooltip. VS Code asks after every edit, so hints do not wait for the findings. Loads the code behind them
 * on the first request.
 */
export class InlayHintsProvider implements vscode.InlayHintsProvider {
  readonly #store: Promise<AnalysisStore>;
  readonly #log: Log;
  /** Where a hint's hover comes from: the scenario's name. */
  readonly #subjects = new WeakMap<vscode.InlayHint, Subject>();

  constructor(store: Promise<AnalysisStore>, log: Log) {
    this.#store = store;
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
      .map(({ offset, text, subject }) => {
        const hint = inlayHint(document.positionAt(offset), text);
        this.#subjects.set(hint, { document, position: document.positionAt(subject) });
        return hint;
      })
      .filter(({ position }) => range.contains(position));
  }

  /** Adds the tooltip. VS Code asks when a person points at the hint. */
  resolveInlayHint(hint: vscode.InlayHint): Promise<vscode.InlayHint> {
    return this.#log.guardAsync(
      'inlay hint',
      async () => {
        const subject = this.#subjects.get(hint);
        if (!subject) return hint;
        const { hoverContents } = await import('./hoverContents');
        const hover = hoverContents(subject.document, subject.position, await this.#store);
        const [card] = hover?.contents ?? [];
        if (card && typeof card !== 'string' && 'supportHtml' in card) hint.tooltip = card;
        return hint;
      },
      hint,
    );
  }
}
