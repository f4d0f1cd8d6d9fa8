/** Registers "Compare Benchmarks…". The rest is loaded on the first use. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Log } from '../log';
import type { Plans } from '../plans';
import { showError } from '../showText';
import type { Compares } from './compares';

const COMPARE = 'capacityPlan.compareBenchmarks';

export class Comparing implements vscode.Disposable {
  #compares: Compares | undefined;
  readonly #command: vscode.Disposable;

  constructor(plans: Promise<Plans>, log: Log) {
    this.#command = vscode.commands.registerCommand(
      COMPARE,
      async (file?: unknown, files?: unknown) => {
        try {
          const { Compares } = await import('./compares');
          this.#compares ??= new Compares(await plans);
          await this.#compares.start(file, files);
        } catch (error) {
          log.bug(COMPARE, error);
          void showError(t`The benchmarks could not be compared: see the log.`);
        }
      },
    );
  }

  /** Page that is open, for tests. */
  get page(): string | undefined {
    return this.#compares?.page;
  }

  dispose(): void {
    this.#command.dispose();
    this.#compares?.dispose();
  }
}
