import type * as vscode from 'vscode';
import type { Config } from './config';
import type { Log } from './log';
import type { Plans } from './plans';
import { inlayHint } from './showText';

/**
 * Provides inlay hints. VS Code asks after every edit, so hints do not wait for the findings.
 */
export class InlayHintsProvider implements vscode.InlayHintsProvider {
  readonly #plans: Promise<Plans>;
  readonly #log: Log;

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
      .map(({ offset, text, tooltip }) => inlayHint(document.positionAt(offset), text, tooltip))
      .filter(({ position }) => range.contains(position));
  }
}
