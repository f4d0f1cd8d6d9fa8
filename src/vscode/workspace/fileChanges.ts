/** Follows the files of the workspace, and tells what changed in batches: a checkout changes hundreds at once. */
import * as vscode from 'vscode';
import type { Changes } from './touched';

/** Milliseconds in which changes are collected. */
const BATCH_MS = 300;
/** Folders that change often and hold no plan of the person. */
const IGNORED = /\/(?:\.git|node_modules)\//;

export class FileChanges implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Changes>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #all = new Set<string>();
  readonly #moved = new Map<string, vscode.Uri>();
  readonly #gone = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const { workspace } = vscode;
    // All files, since plans name any, and since a folder goes away without a word about its files.
    const watcher = workspace.createFileSystemWatcher('**/*');
    const changed = (uri: vscode.Uri): void => this.#add(uri, 'changed');
    const came = (uri: vscode.Uri): void => this.#add(uri, 'came');
    const went = (uri: vscode.Uri): void => this.#add(uri, 'went');
    this.#subscriptions = [
      this.#changed,
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(came),
      watcher.onDidDelete(went),
      // Some file systems tell nothing about changes. These are made in the editor.
      workspace.onDidSaveTextDocument(({ uri }) => changed(uri)),
      workspace.onDidCreateFiles(({ files }) => files.forEach(came)),
      workspace.onDidDeleteFiles(({ files }) => files.forEach(went)),
      workspace.onDidRenameFiles(({ files }) =>
        files.forEach(({ oldUri, newUri }) => {
          went(oldUri);
          came(newUri);
        }),
      ),
    ];
  }

  readonly onDidChange: vscode.Event<Changes> = (listener, thisArgs, disposables) =>
    this.#changed.event(listener, thisArgs, disposables);

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #add(uri: vscode.Uri, what: 'changed' | 'came' | 'went'): void {
    if (IGNORED.test(uri.path)) return;
    const key = uri.toString();
    this.#all.add(key);
    if (what !== 'changed') this.#moved.set(key, uri);
    if (what === 'came') this.#gone.delete(key);
    if (what === 'went') this.#gone.add(key);
    // Not started anew by each change: a file that is written all the time would hold all others up.
    this.#timer ??= setTimeout(() => this.#tell(), BATCH_MS);
  }

  #tell(): void {
    this.#timer = undefined;
    const changes = {
      all: new Set(this.#all),
      moved: new Map(this.#moved),
      gone: new Set(this.#gone),
    };
    for (const each of [this.#all, this.#moved, this.#gone]) each.clear();
    this.#changed.fire(changes);
  }
}
