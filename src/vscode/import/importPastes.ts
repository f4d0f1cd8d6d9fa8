/** Offers to import a benchmark tool's output that is pasted among the observations of an engine. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Log } from '../log';
import type { Plans } from '../plans';
import type { Imports } from './imports';
import { importKind } from './names';

class BenchmarkPaste extends vscode.DocumentPasteEdit {
  constructor(
    readonly document: vscode.TextDocument,
    readonly range: vscode.Range,
    readonly text: string,
  ) {
    // the preview writes: the paste itself leaves what is selected
    super(document.getText(range), t`Import Benchmark`, importKind());
  }
}

interface Services {
  readonly plans: Promise<Plans>;
  readonly log: Log;
}

export class ImportPastes implements vscode.DocumentPasteEditProvider<BenchmarkPaste> {
  readonly #load: () => Promise<Imports>;
  readonly #services: Services;

  constructor(load: () => Promise<Imports>, services: Services) {
    this.#load = load;
    this.#services = services;
  }

  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    pasted: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<BenchmarkPaste[] | undefined> {
    return this.#services.log.guardAsync(
      'paste of a benchmark',
      async () => {
        const [range, ...others] = ranges;
        const text = await pasted.get('text/plain')?.asString();
        if (!range || others.length > 0 || !text) return undefined;
        const imports = await this.#load();
        if (token.isCancellationRequested || !imports.isAmongObservations(document, range.start)) {
          return undefined;
        }
        return imports.isBenchmark(text) ? [new BenchmarkPaste(document, range, text)] : undefined;
      },
      undefined,
    );
  }

  /** VS Code asks only for the edit that it is about to apply. */
  resolveDocumentPasteEdit(edit: BenchmarkPaste): BenchmarkPaste {
    const { document, range, text } = edit;
    void this.#services.log.guardAsync(
      'import of a paste',
      async () => {
        const imports = await this.#load();
        await imports.preview(
          document,
          [{ file: undefined, text }],
          document.offsetAt(range.start),
        );
      },
      undefined,
    );
    return edit;
  }
}
