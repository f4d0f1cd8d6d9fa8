/** Loaded by VS Code instead of the tests: how long expensive plans keep the extension host from other work. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import type { Plans } from '../../src/vscode/plans';
import { heapUsed } from './heapUsed';

const EXAMPLE = 'ollama-1000-users.capacity.yaml';
const EDITS = 1000;
const IDLE_MS = 5000;
/** The least of so many rounds counts, because other programs take their share. */
const ROUNDS = 3;

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('capacity-plan.capacity-plan');
  if (!extension) throw new Error('the extension is not known to this VS Code');
  const { fsPath } = extension.extensionUri;
  const api = await extension.activate();
  const plans = await api.plans;
  // The first plan also pays for loading all code.
  await use(api, plans, 'warm-up', readFileSync(join(fsPath, 'examples', EXAMPLE), 'utf8'));
  const idle = await longestBlock(() => new Promise((resolve) => setTimeout(resolve, IDLE_MS)));
  console.log(`[test] longest block: ${ms(idle)} for nothing, the share of the machine`);
  for (const [name, text] of plansIn(fsPath)) {
    const blocks: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      blocks.push(await longestBlock(() => use(api, plans, `${round}-${name}`, text)));
    }
    console.log(`[test] longest block: ${ms(Math.min(...blocks))} for ${name}`);
  }
  const [worst] = plansIn(fsPath).slice(-1);
  if (worst) await editManyTimes(api, plans, worst);
  if (api.bugs.length > 0) throw new Error(api.bugs.join('\n'));
  console.log('[test] 1 passed, 0 failed');
}

/** What `npm run fuzz -- --expensive --keep` found. */
const WORST = 'test/data/expensive';

/** Returns the first example, and after it the expensive plans of the tests. */
function plansIn(root: string): readonly (readonly [name: string, text: string])[] {
  const example = [EXAMPLE, readFileSync(join(root, 'examples', EXAMPLE), 'utf8')] as const;
  const inFolder = (folder: string, pattern: RegExp) =>
    readdirSync(join(root, folder))
      .filter((name) => pattern.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(root, folder, name), 'utf8')] as const);
  const worst = existsSync(join(root, WORST)) ? inFolder(WORST, /\.capacity\.yaml$/) : [];
  return [example, ...worst, ...inFolder('test/plans', /^expensive-.*\.capacity\.yaml$/)];
}

/** Does with a plan what people do: reads findings and a hover, opens the charts, tries a change, and makes a report. */
async function use(api: ExtensionApi, plans: Plans, name: string, text: string): Promise<void> {
  const document = await openNew(name, text);
  const { uri } = document;
  const panelOf = () => api.charts.of(uri);
  await until(() => vscode.languages.getDiagnostics(uri).length > 0);
  const place = document.positionAt(text.indexOf('scenarios:') + 'scenarios: { '.length);
  await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, place);
  await vscode.commands.executeCommand('capacityPlan.openCharts', uri);
  await until(() => panelOf());
  panelOf()?.receive({ type: 'ready' });
  await until(() => panelOf()?.posted.picture);
  await until(() => {
    const { version = 0, picture } = panelOf()?.posted.picture ?? {};
    panelOf()?.receive({ type: 'painted', version });
    return panelOf()?.posted.charts?.version === version || picture?.pending === false;
  });
  panelOf()?.receive({ type: 'tryChanges', request: 1, changes: [{ path: USERS, value: 12_345 }] });
  await until(() => panelOf()?.posted.whatIf);
  await vscode.commands.executeCommand('capacityPlan.generateReport', uri);
  await closeAll();
  await until(() => plans.worker.pending === 0);
}

const USERS = '/workload/users';

/** Types as fast as the editor takes it, and prints what that leaves behind. */
async function editManyTimes(
  api: ExtensionApi,
  plans: Plans,
  [name, text]: readonly [string, string],
): Promise<void> {
  const document = await openNew(name, text);
  const edit = async (index: number): Promise<void> => {
    const edited = new vscode.WorkspaceEdit();
    edited.insert(document.uri, document.positionAt(text.length), `# ${index}\n`);
    await vscode.workspace.applyEdit(edited);
  };
  for (let index = 0; index < 20; index++) await edit(index);
  await until(() => plans.worker.pending === 0);
  const before = await heapUsed();
  const block = await longestBlock(async () => {
    for (let index = 0; index < EDITS; index++) await edit(index);
    await until(() => plans.worker.pending === 0);
  });
  const after = await heapUsed();
  console.log(`[test] longest block: ${ms(block)} for ${EDITS} edits of ${name}`);
  console.log(
    `[test] heap of extension host: ${mb(before)} before ${EDITS} edits at full speed, ${mb(after)} after`,
  );
  await closeAll();
}

/** Returns milliseconds. On a busy machine, time of other programs counts too. */
async function longestBlock(work: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

async function openNew(name: string, text: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('the runner must open a folder');
  const file = vscode.Uri.joinPath(
    folder,
    name.replaceAll(/[\\/]/g, '-').replace(/^warm-up$/, '$&.capacity.yaml'),
  );
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return (await vscode.window.showTextDocument(file)).document;
}

async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  }
}

async function until(isDone: () => unknown): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
