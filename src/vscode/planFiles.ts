/**
 * Reads the files that plans name, through VS Code's file system: on disks, in virtual workspaces and in browsers. Views
 * are synchronous, so a file that is not read yet is left out, and a change of the settings is told when it is there.
 */
import * as vscode from 'vscode';
import { filesNamedIn } from '../plan/filesNamed';
import { MAX_FILE_BYTES, type PlanFile, type PlanFiles } from '../plan/planFiles';
import type { Config } from './config';

export class PlanFileReader implements vscode.Disposable {
  readonly #config: Config;
  /** Files by their URI; undefined while one is read. */
  readonly #known = new Map<string, PlanFile | undefined>();
  #watcher: vscode.FileSystemWatcher | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  dispose(): void {
    this.#watcher?.dispose();
  }

  /** Returns the files of a plan that are read, and begins to read the others. */
  filesOf(plan: vscode.Uri, text: string): PlanFiles {
    const files = new Map<string, PlanFile>();
    for (const path of filesNamedIn(text)) {
      const uri = uriOf(plan, path);
      if (!uri) {
        files.set(path, { problem: plan.scheme === 'untitled' ? 'missing' : 'outside' });
        continue;
      }
      const key = uri.toString();
      if (!this.#known.has(key)) this.#read(uri, key);
      const file = this.#known.get(key);
      if (file) files.set(path, file);
    }
    return files;
  }

  #read(uri: vscode.Uri, key: string): void {
    this.#watch();
    this.#known.set(key, undefined);
    void readFile(uri).then((file) => {
      // it changed while it was read
      if (!this.#known.has(key)) return;
      this.#known.set(key, file);
      this.#config.touch();
    });
  }

  /** Forgets files that change. Plans that name none need no watcher. */
  #watch(): void {
    if (this.#watcher) return;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.json');
    const forget = (uri: vscode.Uri): void => {
      if (this.#known.delete(uri.toString())) this.#config.touch();
    };
    watcher.onDidChange(forget);
    watcher.onDidCreate(forget);
    watcher.onDidDelete(forget);
    this.#watcher = watcher;
  }
}

/** @returns undefined if the file would be outside of the folder that is open, or of the plan's own. */
function uriOf(plan: vscode.Uri, path: string): vscode.Uri | undefined {
  if (plan.scheme === 'untitled') return undefined;
  const folder = vscode.Uri.joinPath(plan, '..');
  const uri = vscode.Uri.joinPath(folder, path);
  const open = vscode.workspace.getWorkspaceFolder(plan)?.uri ?? folder;
  const root = open.path.endsWith('/') ? open.path : `${open.path}/`;
  return uri.path.startsWith(root) ? uri : undefined;
}

async function readFile(uri: vscode.Uri): Promise<PlanFile> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return { problem: 'unreadable' };
    if (size > MAX_FILE_BYTES) return { problem: 'too-large' };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return { problem: isMissing ? 'missing' : 'unreadable' };
  }
}
