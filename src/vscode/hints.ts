/** Asks for the hints of a plan, and keeps the last ones, so that none vanishes while it is typed. */
import type * as vscode from 'vscode';
import type { Hint } from '../language/inlayHints';
import { keepHints, type KnownHints } from '../language/keepHints';
import type { Plans } from './plans';

export class Hints {
  readonly #plans: Promise<Plans>;
  readonly #known = new WeakMap<vscode.TextDocument, KnownHints>();

  constructor(plans: Promise<Plans>) {
    this.#plans = plans;
  }

  /** Returns the last hints, moved with the text, where there are no new ones. */
  async of(document: vscode.TextDocument): Promise<readonly Hint[]> {
    const text = document.getText();
    const asked = await (await this.#plans).ask(document, { type: 'hints' });
    const known = this.#known.get(document);
    if (asked.kind !== 'answered') {
      return known ? keepHints(known, document.getText(), undefined) : [];
    }
    const hints = known ? keepHints(known, text, asked.answer) : asked.answer;
    this.#known.set(document, { text, hints });
    return hints;
  }
}
