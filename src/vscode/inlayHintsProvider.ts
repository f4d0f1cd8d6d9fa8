import type * as vscode from 'vscode';
import type { Config } from './config';
import type { Log } from './log';
import type { Plans } from './plans';
import { inlayHint } from './showText';

interface Subject {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/**
 * Provides inlay hints, with the scenario's card as tooltip. VS Code asks after every edit, so hints do not wait for
 * the findings.
 */
export class InlayHintsProvider implements vscode.InlayHintsProvider {
  readonly #plans: Promise<Plans>;
  readonly #log: Log;
  /** Where a hint's tooltip comes from: the scenario's name. */
  readonly #subjects = new WeakMap<vscode.InlayHint, Subject>();

  readonly onDidChangeInlayHints: vscode.Event<void>;

  constructor(plans: Promise<Plans>, config: Config, log: Log) {
    this.#plans = plans;
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
    const plans = await this.#plans;
    // Until there is an answer, VS Code keeps the hints that it has.
    const asked = await plans.ask(document, { type: 'hints' });
    if (asked.kind !== 'answered') return [];
    return asked.answer
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
        const hover = await hoverContents(subject.document, subject.position, await this.#plans);
        const [card] = hover?.contents ?? [];
        if (card && typeof card !== 'string' && 'supportHtml' in card) hint.tooltip = card;
        return hint;
      },
      hint,
    );
  }
}
