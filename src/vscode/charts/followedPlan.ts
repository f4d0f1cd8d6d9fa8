/** The plan that a panel was opened for, whatever becomes of its document: closed, renamed, deleted. */
import * as vscode from 'vscode';
import { isPlan } from '../documentSelector';

export class FollowedPlan implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #watcher: vscode.Disposable;
  #uri: vscode.Uri;
  #deleted = false;
  /** Before it is closed, its text is taken back. */
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

  /** Opened without an editor where nobody has it open; undefined where it is gone. */
  async document(): Promise<vscode.TextDocument | undefined> {
    if (this.#deleted) return undefined;
    const open = vscode.workspace.textDocuments.find(({ uri }) => this.is(uri));
    if (open?.isUntitled) this.#untitledText = open.getText() || this.#untitledText;
    if (open) return open;
    // An untitled plan lives in its editor only: to open it would make a new one.
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
    // Of a folder above it as well.
    if (own !== old && !own.startsWith(`${old}/`)) return;
    this.#moveTo(newUri.with({ path: newUri.path + this.#uri.path.slice(oldUri.path.length) }));
  }

  /** VS Code does not say that an untitled plan was saved: it closes it, with a file of the same text beside it. */
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

  /** A deleted file may stay open as a document for a while. The folder is watched: a name may look like a pattern. */
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
