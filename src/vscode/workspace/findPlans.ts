/** Finds the plans of the workspace: by search, and where a file system has none, folder by folder. */
import * as vscode from 'vscode';
import { LANGUAGE_ID, PLAN_FILE, PLAN_PATTERNS } from '../documentSelector';

/** Most plans that are listed and checked. */
export const MOST_PLANS = 2000;
/** Most folders that are looked into where there is no search. */
const MOST_FOLDERS = 2000;
/** Plans of packages are not the person's own. */
const SKIPPED = '**/node_modules/**';

/** Milliseconds in which a search answers. VS Code lets it wait for good where a file system has none. */
const SEARCH_MS = 3000;

const order = new Intl.Collator('en', { numeric: true }).compare;

export class PlanFinder {
  readonly #isSearchable = new Map<string, Promise<boolean>>();

  /** Returns the plans in the order of their paths. At most one more than `MOST_PLANS`. */
  async find(): Promise<readonly vscode.Uri[]> {
    const found = new Map<string, vscode.Uri>();
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const plans = (await this.#hasSearch(uri)) ? await search(uri) : await walk(uri);
      for (const plan of plans) found.set(plan.toString(), plan);
    }
    return [...found.values()].sort((a, b) => order(a.path, b.path)).slice(0, MOST_PLANS + 1);
  }

  #hasSearch(folder: vscode.Uri): Promise<boolean> {
    const key = folder.toString();
    const known = this.#isSearchable.get(key) ?? isSearchable(folder);
    this.#isSearchable.set(key, known);
    return known;
  }
}

async function isSearchable(folder: vscode.Uri): Promise<boolean> {
  if (folder.scheme === 'file') return true;
  const any = new vscode.RelativePattern(folder, '**/*');
  const found = vscode.workspace.findFiles(any, null, 1);
  const late = new Promise<readonly []>((resolve) => setTimeout(() => resolve([]), SEARCH_MS));
  return (await Promise.race([found, late])).length > 0;
}

async function search(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const pattern of [...PLAN_PATTERNS, ...associatedPatterns()]) {
    const inFolder = new vscode.RelativePattern(folder, pattern);
    found.push(...(await vscode.workspace.findFiles(inFolder, SKIPPED, MOST_PLANS + 1)));
  }
  return found;
}

/** Returns a test of paths, which reads the settings once. */
export function planMatcher(): (uri: vscode.Uri) => boolean {
  const associated = associatedPatterns();
  return (uri) => PLAN_FILE.test(uri.path) || associated.some((pattern) => matches(uri, pattern));
}

/** Lists the globs of files that people associate with the language. */
function associatedPatterns(): readonly string[] {
  const associations = vscode.workspace
    .getConfiguration('files')
    .get<Record<string, unknown>>('associations', {});
  return (
    Object.entries(associations)
      .filter(([, language]) => language === LANGUAGE_ID)
      // without a slash it is a name in any folder
      .map(([pattern]) => (pattern.includes('/') ? pattern : `**/${pattern}`))
  );
}

async function walk(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const isExcluded = excluderOf(root);
  const isPlanPath = planMatcher();
  const found: vscode.Uri[] = [];
  const folders = [root];
  // The list grows while it is walked.
  for (const folder of folders) {
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (isExcluded(uri)) continue;
      if (type === vscode.FileType.Directory && folders.length < MOST_FOLDERS) folders.push(uri);
      if ((type & vscode.FileType.File) !== 0 && isPlanPath(uri)) found.push(uri);
    }
    if (found.length > MOST_PLANS) break;
  }
  return found;
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return []; // It was deleted since it was listed, or cannot be read.
  }
}

function excluderOf(root: vscode.Uri): (uri: vscode.Uri) => boolean {
  const setting = vscode.workspace
    .getConfiguration('files', root)
    .get<Record<string, unknown>>('exclude', {});
  const excluded = Object.entries(setting)
    .filter(([, isOn]) => isOn === true)
    .map(([pattern]) => new vscode.RelativePattern(root, pattern));
  const all = [...excluded, new vscode.RelativePattern(root, '**/node_modules')];
  return (uri) => all.some((pattern) => matches(uri, pattern));
}

/** VS Code matches globs only against documents, of which it reads address and language. */
function matches(uri: vscode.Uri, pattern: vscode.GlobPattern): boolean {
  const document = { uri, languageId: LANGUAGE_ID } as vscode.TextDocument;
  return vscode.languages.match({ pattern }, document) > 0;
}
