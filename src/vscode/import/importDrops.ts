/** Imports benchmark results that are dropped onto a plan. Other files are dropped as usual. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Log } from '../log';
import type { Imports } from './imports';
import { importKind } from './names';

export class ImportDrops implements vscode.DocumentDropEditProvider {
  readonly #load: () => Promise<Imports>;
  readonly #log: Log;

  constructor(load: () => Promise<Imports>, log: Log) {
    this.#load = load;
    this.#log = log;
  }

  /** VS Code resolves no drop before it applies it, so the preview opens here. */
  provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    dropped: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    return this.#log.guardAsync(
      'drop of a benchmark',
      async () => {
        const imports = await this.#load();
        const texts = await imports.readDropped(dropped);
        if (texts.length === 0 || token.isCancellationRequested) return undefined;
        const offset = document.offsetAt(position);
        void this.#log.guardAsync(
          'import of a drop',
          () => imports.preview(document, texts, offset),
          undefined,
        );
        // the preview writes: the drop itself changes nothing
        return new vscode.DocumentDropEdit('', t`Import Benchmark`, importKind());
      },
      undefined,
    );
  }
}
