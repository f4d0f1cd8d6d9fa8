/**
 * Reads the files that plans name, through VS Code's file system: on disks, in virtual workspaces and in browsers. Views
 * are synchronous, so a file that is not read yet is left out, and a change of the settings is told when it is there.
 */
import * as vscode from 'vscode';
import { MAX_FILE_BYTES, type NamedFile, type PlanFile, type PlanFiles } from '../plan/planFiles';
import type { Config } from './config';
import { readTextFile } from './readTextFile';

interface Known {
  readonly uri: vscode.Uri;
  /** Ends when the file is read. */
  reading: Promise<void>;
  /** Undefined while it is read. */
  file: PlanFile | undefined;
}

export class PlanFileReader implements vscode.Disposable {
  readonly #config: Config;
  /** Files by their use and their URI. */
  readonly #known = new Map<string, Known>();
  #watcher: vscode.FileSystemWatcher | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  dispose(): void {
    this.#watcher?.dispose();
  }

  /** Returns those of these files that are read, and begins to read the others. */
  filesOf(plan: vscode.Uri, named: readonly NamedFile[]): PlanFiles {
    const files = new Map<string, PlanFile>();
    for (const { path, holds } of named) {
      const uri = uriBeside(plan, path);
      if (!uri) {
        files.set(path, { problem: plan.scheme === 'untitled' ? 'missing' : 'outside' });
        continue;
      }
      const known = this.#learn(`${holds} ${path} ${uri.toString()}`, uri, { path, holds });
      if (known.file) files.set(path, known.file);
    }
    return files;
  }

  /** Waits until these files are read. */
  async untilRead(plan: vscode.Uri, named: readonly NamedFile[]): Promise<void> {
    for (const { path, holds } of named) {
      const uri = uriBeside(plan, path);
      if (uri)
        await this.#learn(`${holds} ${path} ${uri.toString()}`, uri, { path, holds }).reading;
    }
  }

  #learn(key: string, uri: vscode.Uri, { path, holds }: NamedFile): Known {
    const before = this.#known.get(key);
    if (before) return before;
    this.#watch();
    const known: Known = { uri, file: undefined, reading: Promise.resolve() };
    this.#known.set(key, known);
    known.reading = readNamedFile(uri, { path, holds }).then((file) => {
      // it changed while it was read
      if (this.#known.get(key) !== known) return;
      known.file = file;
      this.#config.touch();
    });
    return known;
  }

  /** Forgets files that change. Plans that name none need no watcher. */
  #watch(): void {
    if (this.#watcher) return;
    // Results of benchmarks have any extension, and a pattern is of all files in its folder.
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const forget = (uri: vscode.Uri): void => {
      const keys = [...this.#known].filter(([, known]) => isAbout(uri, known)).map(([key]) => key);
      keys.forEach((key) => this.#known.delete(key));
      if (keys.length > 0) this.#config.touch();
    };
    watcher.onDidChange(forget);
    watcher.onDidCreate(forget);
    watcher.onDidDelete(forget);
    this.#watcher = watcher;
  }
}

/** Tells if a change is of the file, of a folder around it, or of one in the folder of a pattern. */
function isAbout(changed: vscode.Uri, { uri: { path } }: Known): boolean {
  if (path === changed.path || path.startsWith(`${changed.path}/`)) return true;
  return path.includes('*') && parentOf(path) === parentOf(changed.path);
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** The code for results of benchmarks is loaded when a plan names some. */
export async function readNamedFile(
  uri: vscode.Uri,
  { path, holds }: NamedFile,
): Promise<PlanFile> {
  if (holds === 'model') return readTextFile(uri, MAX_FILE_BYTES);
  const { observeUri } = await import('./observedFiles');
  return { observed: await observeUri(uri, path) };
}

/** @returns undefined if the file would be outside of the folder that is open, or of the plan's own. */
export function uriBeside(plan: vscode.Uri, path: string): vscode.Uri | undefined {
  if (plan.scheme === 'untitled') return undefined;
  const folder = vscode.Uri.joinPath(plan, '..');
  const uri = vscode.Uri.joinPath(folder, path);
  const open = vscode.workspace.getWorkspaceFolder(plan)?.uri ?? folder;
  const root = open.path.endsWith('/') ? open.path : `${open.path}/`;
  return uri.path.startsWith(root) ? uri : undefined;
}
