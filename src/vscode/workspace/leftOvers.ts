/** Tells which open plans are only left over: VS Code keeps the document of some deleted files for a while. */
import type * as vscode from 'vscode';
import { hasTab, openPlans } from './openPlans';
import type { Changes } from './touched';

export class LeftOvers {
  /** Addresses of deleted files. */
  readonly #deleted = new Set<string>();

  /** Returns true if the file of a document is deleted, and no tab shows it. */
  has(uri: vscode.Uri): boolean {
    return this.#deleted.has(uri.toString()) && !hasTab(uri);
  }

  /** Takes the plans of the list before, and the files of the new one. */
  takeList(
    before: ReadonlyMap<string, { readonly isFile: boolean }>,
    files: ReadonlyMap<string, unknown>,
  ): void {
    for (const [key, { isFile }] of before) if (isFile) this.#deleted.add(key);
    for (const key of files.keys()) this.#deleted.delete(key);
  }

  /** Takes what came and went. A file may go before it was ever listed. */
  takeChanges({ moved, gone }: Changes): void {
    for (const key of moved.keys()) this.#deleted.delete(key);
    for (const { uri } of openPlans()) {
      if (gone.has(uri.toString())) this.#deleted.add(uri.toString());
    }
  }

  /** Forgets a document that was closed. */
  forget(key: string): void {
    this.#deleted.delete(key);
  }
}
