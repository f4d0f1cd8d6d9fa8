/** Provides hovers to VS Code. Loads the code behind them on the first request. */
import type * as vscode from 'vscode';
import type { Log } from './log';
import type { Measuring } from './measure/registerMeasure';
import type { Plans } from './plans';

export class HoverProvider implements vscode.HoverProvider {
  readonly #plans: Promise<Plans>;
  readonly #measuring: Measuring;
  readonly #log: Log;

  constructor(plans: Promise<Plans>, measuring: Measuring, log: Log) {
    this.#plans = plans;
    this.#measuring = measuring;
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
        return hoverContents(document, position, await this.#plans, this.#measuring.isPossible);
      },
      undefined,
    );
  }
}
