/** Registers "Import Benchmark…", and drops and pastes of benchmark results. The rest is loaded on the first use. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { PLAN_SELECTOR } from '../documentSelector';
import type { Log } from '../log';
import type { Plans } from '../plans';
import { showError } from '../showText';
import type { Imports } from './imports';
import { ImportDrops } from './importDrops';
import { ImportPastes } from './importPastes';
import { ACCEPT_IMPORT, CANCEL_IMPORT, IMPORT_BENCHMARK, importKind } from './names';

export interface ImportServices {
  readonly plans: Promise<Plans>;
  readonly log: Log;
}

export class Importing implements vscode.Disposable {
  #imports: Imports | undefined;
  /** Loads the code on the first use. */
  readonly load: () => Promise<Imports>;
  readonly #registrations: vscode.Disposable;

  constructor(services: ImportServices) {
    this.load = async (): Promise<Imports> => {
      const { Imports } = await import('./imports');
      return (this.#imports ??= new Imports({ ...services, plans: await services.plans }));
    };
    const { load } = this;
    const command = (name: string, run: (imports: Imports, args: unknown[]) => Promise<void>) =>
      vscode.commands.registerCommand(name, async (...args: unknown[]) => {
        try {
          await run(await load(), args);
        } catch (error) {
          services.log.bug(name, error);
          void showError(t`The import failed: see the log.`);
        }
      });
    this.#registrations = vscode.Disposable.from(
      command(IMPORT_BENCHMARK, (imports, [file, files]) => imports.start(file, files)),
      command(ACCEPT_IMPORT, (imports) => imports.accept()),
      command(CANCEL_IMPORT, (imports) => imports.cancel()),
      vscode.languages.registerDocumentDropEditProvider(
        PLAN_SELECTOR,
        new ImportDrops(load, services.log),
        { dropMimeTypes: ['text/uri-list', 'files'] },
      ),
      vscode.languages.registerDocumentPasteEditProvider(
        PLAN_SELECTOR,
        new ImportPastes(load, services),
        { providedPasteEditKinds: [importKind()], pasteMimeTypes: ['text/plain'] },
      ),
    );
    void vscode.commands.executeCommand('setContext', 'capacityPlan.active', true);
  }

  /** Page of the open preview, for tests. */
  get preview(): string | undefined {
    return this.#imports?.page;
  }

  dispose(): void {
    this.#registrations.dispose();
    this.#imports?.dispose();
  }
}
