/** Loaded by VS Code instead of the tests: what checking all plans of a large workspace costs the extension host. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import type { WorkspacePlans } from '../../src/vscode/workspace/workspacePlans';
import { blocksDuring } from './blockMeter';
import type { Block } from './blocks';

const PLANS = 500;
const EXTENSION = 'capacity-plan.capacity-plan';

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionApi>(EXTENSION);
  if (!extension) throw new Error('the extension is not known to this VS Code');
  const { fsPath } = extension.extensionUri;
  const texts = examplesIn(fsPath);
  // Written as text files first: a plan would activate the extension.
  await writeAll((index) => texts[index % texts.length] ?? '', '.txt');
  const measure = (work: () => Promise<void>) => blocksDuring(join(fsPath, 'dist'), work);

  let api: ExtensionApi | undefined;
  const first = await timed(measure, async () => {
    await renameAll();
    api = await extension.activate();
    await vscode.commands.executeCommand('capacityPlan.plans.focus');
    await untilChecked(api);
  });
  report(`${PLANS} plans, from activation until all are checked`, first);

  const again = await timed(measure, async () => {
    await writeAll((index) => `${texts[index % texts.length] ?? ''}# changed\n`, ENDING);
    await until(() => busyPlans?.isBusy);
    if (api) await untilChecked(api);
  });
  report(`${PLANS} plans that change at once`, again);
  if (api && api.bugs.length > 0) throw new Error(api.bugs.join('\n'));
  console.log('[test] 1 passed, 0 failed');
}

const ENDING = '.capacity.yaml';
let busyPlans: WorkspacePlans | undefined;

interface Timed {
  readonly seconds: number;
  readonly blocks: readonly Block[];
}

async function timed(
  measure: (work: () => Promise<void>) => Promise<readonly Block[]>,
  work: () => Promise<void>,
): Promise<Timed> {
  let milliseconds = 0;
  const blocks = await measure(async () => {
    const start = performance.now();
    await work();
    milliseconds = performance.now() - start;
  });
  return { seconds: milliseconds / 1000, blocks };
}

function report(what: string, { seconds, blocks }: Timed): void {
  const longest = blocks.reduce((a, b) => (b.ours > a.ours ? b : a));
  console.log(
    `[test] longest block: ${longest.ours.toFixed(1)} ms ours, for ${what}: ${seconds.toFixed(1)} s`,
  );
  // For whoever wants to know what it consists of.
  if (process.env.BLOCK_FUNCTIONS === undefined) return;
  for (const [name, time] of longest.functions)
    console.log(`[test]   ${time.toFixed(1)} ms ${name}`);
}

function examplesIn(root: string): readonly string[] {
  const folder = join(root, 'examples');
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function fileOf(index: number, ending: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('the runner must open a folder');
  return vscode.Uri.joinPath(folder, `team-${index % 20}`, `service-${index}${ending}`);
}

async function writeAll(textOf: (index: number) => string, ending: string): Promise<void> {
  for (let index = 0; index < PLANS; index++) {
    const bytes = new TextEncoder().encode(textOf(index));
    await vscode.workspace.fs.writeFile(fileOf(index, ending), bytes);
  }
}

async function renameAll(): Promise<void> {
  for (let index = 0; index < PLANS; index++) {
    await vscode.workspace.fs.rename(fileOf(index, '.txt'), fileOf(index, ENDING));
  }
}

/** Waits until every plan has a verdict, and findings. */
async function untilChecked({ workspace }: ExtensionApi): Promise<void> {
  busyPlans = await workspace.plans;
  await until(async () => {
    const plans = (await busyPlans?.listed()) ?? [];
    const checked = plans.filter(({ state }) => state.kind === 'checked');
    return checked.length === PLANS && busyPlans?.isBusy === false;
  });
  const found = vscode.languages.getDiagnostics().filter(([, each]) => each.length > 0);
  if (found.length < PLANS) throw new Error(`${found.length} plans have findings`);
}

async function until(isDone: () => unknown): Promise<void> {
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 20));
}
