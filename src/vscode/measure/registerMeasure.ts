/** Registers "Measure…". The rest is loaded on the first use. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Config } from '../config';
import type { Importing } from '../import/registerImport';
import type { Log } from '../log';
import type { Plans } from '../plans';
import { showError, showInformation } from '../showText';
import type { Machine } from './machine';
import type { Measures } from './measures';

export const MEASURE = 'capacityPlan.measure';

export interface MeasureServices {
  readonly plans: Promise<Plans>;
  readonly log: Log;
  readonly config: Config;
  readonly importing: Importing;
  /** Undefined where the extension runs in a browser. */
  readonly machine: Machine | undefined;
  readonly context: Pick<vscode.ExtensionContext, 'secrets' | 'workspaceState' | 'extension'>;
}

export class Measuring implements vscode.Disposable {
  #measures: Measures | undefined;
  readonly #command: vscode.Disposable;
  readonly #machine: Machine | undefined;

  constructor(services: MeasureServices) {
    const { log, machine } = services;
    this.#machine = machine;
    const load = async (able: Machine): Promise<Measures> => {
      const { Measures } = await import('./measures');
      return (this.#measures ??= new Measures({
        ...services,
        machine: able,
        plans: await services.plans,
        imports: await services.importing.load(),
      }));
    };
    this.#command = vscode.commands.registerCommand(
      MEASURE,
      async (plan?: unknown, engine?: unknown, url?: unknown) => {
        try {
          if (!machine) showInformation(notInBrowser());
          else if (!vscode.workspace.isTrusted) showInformation(untrusted());
          else await (await load(machine)).start(plan, textOf(engine), textOf(url));
        } catch (error) {
          log.bug(MEASURE, error);
          void showError(t`Measuring failed: see the log.`);
        }
      },
    );
    void vscode.commands.executeCommand('setContext', CONTEXT, machine !== undefined);
  }

  /** False in a browser, and in workspaces that are not trusted. */
  get isPossible(): boolean {
    return this.#machine !== undefined && vscode.workspace.isTrusted;
  }

  /** What the progress says, while it measures. */
  get progress(): string | undefined {
    return this.#measures?.progress;
  }

  /** Words with which the last measurement ended, if nothing was measured. */
  get ending(): string | undefined {
    return this.#measures?.ending;
  }

  dispose(): void {
    this.#command.dispose();
    this.#measures?.dispose();
  }
}

/** Menus ask for it. */
const CONTEXT = 'capacityPlan.canMeasure';

const notInBrowser = (): string =>
  t`VS Code in a browser cannot measure a server. Run capacity-plan measure in a terminal, or import a benchmark with Import Benchmark….`;
const untrusted = (): string =>
  t`This workspace is not trusted, and measuring sends requests to a server. Trust the workspace first.`;

/** Menus pass the selected files in place of an engine. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Returns a command link for hovers. */
export function linkToMeasure(plan: vscode.Uri, engine: string): string {
  const args = encodeURIComponent(JSON.stringify([plan.toString(), engine]));
  // Parentheses would end the link in Markdown.
  return `command:${MEASURE}?${args.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}
