/** Loaded by VS Code instead of the tests: how long expensive plans keep the extension host from other work. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import type { Plans } from '../../src/vscode/plans';
import { blocksDuring } from './blockMeter';
import type { Block } from './blocks';
import { heapUsed } from './heapUsed';

const EXAMPLE = 'ollama-1000-users.capacity.yaml';
const EDITS = 1000;
const IDLE_MS = 5000;
const ROUNDS = 3;

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('capacity-plan.capacity-plan');
  if (!extension) throw new Error('the extension is not known to this VS Code');
  const { fsPath } = extension.extensionUri;
  const measure = (work: () => Promise<void>) => blocksDuring(join(fsPath, 'dist'), work);
  print('nothing, the share of the machine', await measure(() => pause(IDLE_MS)));
  print('a text that is no plan, the share of VS Code', await rounds(measure, usePlainText));
  const api = await extension.activate();
  const plans = await api.plans;
  const [[first, example]] = plansIn(fsPath);
  // It also pays for loading all code.
  const openFirst = (): Promise<void> => use(api, plans, `first-${first}`, example);
  print('the first plan of a window', await measure(openFirst));
  for (const [name, text] of plansIn(fsPath)) {
    print(name, await rounds(measure, (round) => use(api, plans, `${round}-${name}`, text)));
  }
  for (const worst of plansIn(fsPath).slice(-1)) await editManyTimes(api, plans, worst, measure);
  if (api.bugs.length > 0) throw new Error(api.bugs.join('\n'));
  console.log('[test] 1 passed, 0 failed');
}

type Measure = (work: () => Promise<void>) => Promise<readonly Block[]>;

async function rounds(
  measure: Measure,
  work: (round: number) => Promise<void>,
): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for (let round = 0; round < ROUNDS; round++) blocks.push(...(await measure(() => work(round))));
  return blocks;
}

/** Prints the block with most of our work in it, and that with most work of all: VS Code also reads and sends texts. */
function print(what: string, blocks: readonly Block[]): void {
  const longestBy = (time: (block: Block) => number): Block =>
    blocks.reduce((a, b) => (time(b) > time(a) ? b : a), NO_BLOCK);
  const { ours, collecting, functions } = longestBy((block) => block.ours);
  const others = longestBy((block) => block.worked - block.ours);
  console.log(
    `[test] longest block: ${ms(ours)} ours (${ms(collecting)} of it collecting garbage), ` +
      `${ms(others.worked - others.ours)} of others, for ${what}`,
  );
  // For whoever wants to know what they consist of.
  if (process.env.BLOCK_FUNCTIONS === undefined) return;
  for (const [name, time] of functions) console.log(`[test]   ${ms(time)} ${name}`);
}

const NO_BLOCK: Block = { clock: 0, worked: 0, ours: 0, collecting: 0, functions: [] };

/** What `npm run fuzz -- --expensive --keep` found. */
const WORST = 'test/data/expensive';

type NamedText = readonly [name: string, text: string];

/** Returns the first example, and after it the expensive plans of the tests. */
function plansIn(root: string): readonly [NamedText, ...NamedText[]] {
  const example: NamedText = [EXAMPLE, readFileSync(join(root, 'examples', EXAMPLE), 'utf8')];
  const inFolder = (folder: string, pattern: RegExp): readonly NamedText[] =>
    readdirSync(join(root, folder))
      .filter((name) => pattern.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]);
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
  [name, text]: NamedText,
  measure: Measure,
): Promise<void> {
  const document = await openNew(name, text);
  for (let index = 0; index < 20; index++) await edit(document, index);
  await until(() => plans.worker.pending === 0);
  const before = await heapUsed();
  const blocks = await measure(async () => {
    for (let index = 0; index < EDITS; index++) await edit(document, index);
    await until(() => plans.worker.pending === 0);
  });
  const after = await heapUsed();
  print(`${EDITS} edits of ${name}`, blocks);
  console.log(
    `[test] heap of extension host: ${mb(before)} before ${EDITS} edits at full speed, ${mb(after)} after`,
  );
  await closeAll();
}

/** Does what VS Code does with any text: opens, edits and closes it. */
async function usePlainText(round: number): Promise<void> {
  const document = await openNew(`${round}-plain.txt`, 'a line of text\n'.repeat(100));
  await vscode.commands.executeCommand(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(5),
  );
  for (let index = 0; index < 20; index++) await edit(document, index);
  await closeAll();
}

async function edit(document: vscode.TextDocument, index: number): Promise<void> {
  const edited = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edited.insert(document.uri, end, `# ${index}\n`);
  await vscode.workspace.applyEdit(edited);
}

async function openNew(name: string, text: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('the runner must open a folder');
  const file = vscode.Uri.joinPath(folder, name.replaceAll(/[\\/]/g, '-'));
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
  while (!isDone()) await pause(5);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
