/** Follows the plan that a panel was opened for while its document is closed, renamed or deleted. */
import * as vscode from 'vscode';
import { isPlan } from '../documentSelector';

export class FollowedPlan implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #watcher: vscode.Disposable;
  #uri: vscode.Uri;
  #deleted = false;
  /** Text of an untitled plan, kept for the moment after it is closed. */
  #untitledText = '';

  constructor(uri: vscode.Uri) {
    this.#uri = uri;
    this.#watcher = this.#watch();
    const { workspace } = vscode;
    const changed = ({ uri: changedUri }: vscode.TextDocument): void => {
      if (this.is(changedUri)) this.#changed.fire();
    };
    this.#subscriptions = [
      this.#changed,
      workspace.onDidOpenTextDocument(changed),
      workspace.onDidCloseTextDocument((document) => {
        if (this.is(document.uri)) this.#followSaved(document);
        changed(document);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) changed(document);
      }),
      workspace.onDidRenameFiles(({ files }) => files.forEach((file) => this.#rename(file))),
    ];
  }

  readonly onDidChange: vscode.Event<void> = (listener, thisArgs, disposables) =>
    this.#changed.event(listener, thisArgs, disposables);

  get uri(): vscode.Uri {
    return this.#uri;
  }

  get fileName(): string {
    return this.#uri.path.slice(this.#uri.path.lastIndexOf('/') + 1);
  }

  is(uri: vscode.Uri): boolean {
    return uri.toString() === this.#uri.toString();
  }

  /** Returns the document, opened without an editor if needed, or undefined if it is gone. */
  async document(): Promise<vscode.TextDocument | undefined> {
    if (this.#deleted) return undefined;
    const open = vscode.workspace.textDocuments.find(({ uri }) => this.is(uri));
    if (open?.isUntitled) this.#untitledText = open.getText() || this.#untitledText;
    if (open) return open;
    // An untitled plan exists only in its editor. Opening it would create a new one.
    if (this.#uri.scheme === 'untitled') return undefined;
    return vscode.workspace.openTextDocument(this.#uri).then(
      (document) => document,
      () => undefined,
    );
  }

  dispose(): void {
    vscode.Disposable.from(this.#watcher, ...this.#subscriptions).dispose();
  }

  #rename({ oldUri, newUri }: { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }): void {
    const [own, old] = [this.#uri.toString(), oldUri.toString()];
    // A rename of a folder above it counts too.
    if (own !== old && !own.startsWith(`${old}/`)) return;
    this.#moveTo(newUri.with({ path: newUri.path + this.#uri.path.slice(oldUri.path.length) }));
  }

  /** Follows an untitled plan that was saved. VS Code only closes it, beside a file of the same text. */
  #followSaved(closed: vscode.TextDocument): void {
    if (!closed.isUntitled) return;
    const text = closed.getText() || this.#untitledText;
    const saved = [...vscode.workspace.textDocuments]
      .reverse()
      .find((each) => !each.isUntitled && isPlan(each) && each.getText() === text);
    if (saved) this.#moveTo(saved.uri);
  }

  #moveTo(uri: vscode.Uri): void {
    this.#uri = uri;
    this.#deleted = false;
    this.#watcher.dispose();
    this.#watcher = this.#watch();
    this.#changed.fire();
  }

  /**
   * Watches the folder, because a deleted file may stay open for a while. The file's name could look like a pattern.
   */
  #watch(): vscode.Disposable {
    if (this.#uri.scheme === 'untitled') return new vscode.Disposable(() => undefined);
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(this.#uri, '..'), '*');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true);
    const watched = (deleted: boolean) => (uri: vscode.Uri) => {
      if (this.is(uri)) this.#setDeleted(deleted);
    };
    watcher.onDidDelete(watched(true));
    watcher.onDidCreate(watched(false));
    return watcher;
  }

  #setDeleted(deleted: boolean): void {
    this.#deleted = deleted;
    this.#changed.fire();
  }
}
