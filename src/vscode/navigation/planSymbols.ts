/**
 * Finds names in all plans of the workspace. The first search reads them, later ones only what changed since. Open
 * plans are searched as they are in the editor.
 */
import * as vscode from 'vscode';
import type { DefinedName } from '../../language/planNames';
import type { Section } from '../../language/names/collectNames';
import { MAX_PLAN_BYTES } from '../../plan/readPlan';
import { isPlan } from '../documentSelector';
import type { Plans } from '../plans';
import { workspaceSymbol } from '../showText';
import { PlanFinder } from '../workspace/findPlans';

const FILES = '**/*.capacity.{yaml,yml}';
/** VS Code sorts what it gets by how well it matches, and nobody scrolls further. */
const MOST_SYMBOLS = 1000;
/** Files that are read at the same time. */
const AT_ONCE = 8;

const KINDS: Readonly<Record<Section, vscode.SymbolKind>> = {
  targets: vscode.SymbolKind.Constant,
  nodes: vscode.SymbolKind.Struct,
  engines: vscode.SymbolKind.Class,
  scenarios: vscode.SymbolKind.Method,
};

export class PlanSymbols implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #finder = new PlanFinder();
  /** Names by file; undefined for a file that was not read since it changed. */
  #files: Map<string, readonly DefinedName[] | undefined> | undefined;
  readonly #watcher = vscode.workspace.createFileSystemWatcher(FILES);

  constructor(plans: Plans) {
    this.#plans = plans;
    const forget = (uri: vscode.Uri): void => void this.#files?.set(uri.toString(), undefined);
    this.#watcher.onDidChange(forget);
    this.#watcher.onDidCreate(forget);
    this.#watcher.onDidDelete((uri) => this.#files?.delete(uri.toString()));
  }

  dispose(): void {
    this.#watcher.dispose();
  }

  async find(query: string, token: vscode.CancellationToken): Promise<vscode.SymbolInformation[]> {
    const found: vscode.SymbolInformation[] = [];
    const take = (uri: vscode.Uri, names: readonly DefinedName[]): void => {
      for (const each of names) if (matches(each.name, query)) found.push(toSymbol(uri, each));
    };
    const open = vscode.workspace.textDocuments.filter((each) => isPlan(each) && !each.isClosed);
    for (const document of open) {
      const asked = await this.#plans.ask(document, { type: 'names' });
      if (asked.kind === 'answered') take(document.uri, asked.answer);
    }
    const isOpen = new Set(open.map(({ uri }) => uri.toString()));
    const files = await this.#listed();
    const closed = [...files.keys()].filter((file) => !isOpen.has(file));
    for (let at = 0; at < closed.length && found.length < MOST_SYMBOLS; at += AT_ONCE) {
      if (token.isCancellationRequested) return [];
      const some = closed.slice(at, at + AT_ONCE).map((file) => vscode.Uri.parse(file, true));
      const names = await Promise.all(some.map((uri) => this.#namesIn(uri, files)));
      some.forEach((uri, index) => take(uri, names[index] ?? []));
    }
    return found.slice(0, MOST_SYMBOLS);
  }

  async #listed(): Promise<Map<string, readonly DefinedName[] | undefined>> {
    this.#files ??= new Map(
      (await this.#finder.find()).map((uri) => [uri.toString(), undefined] as const),
    );
    return this.#files;
  }

  async #namesIn(
    uri: vscode.Uri,
    files: Map<string, readonly DefinedName[] | undefined>,
  ): Promise<readonly DefinedName[]> {
    const key = uri.toString();
    const known = files.get(key);
    if (known) return known;
    const text = await readText(uri);
    const names = text === undefined ? [] : await this.#plans.askAboutText(text, { type: 'names' });
    if (names && files.has(key)) files.set(key, names);
    return names ?? [];
  }
}

/** Returns undefined for a file that is gone, or too large for a plan. */
async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAX_PLAN_BYTES) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // It was deleted since it was listed.
    return undefined;
  }
}

function toSymbol(
  uri: vscode.Uri,
  { section, name, line, column, length }: DefinedName,
): vscode.SymbolInformation {
  const range = new vscode.Range(line, column, line, column + length);
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const text = { name, detail: `${section} · ${file}` };
  return workspaceSymbol(text, KINDS[section], new vscode.Location(uri, range));
}

/** Tells if the letters of a query are in a name, in their order. VS Code sorts by how well they match. */
function matches(name: string, query: string): boolean {
  const letters = Array.from(query.toLowerCase().replace(/\s/g, ''));
  const lower = name.toLowerCase();
  let at = 0;
  for (const letter of letters) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
