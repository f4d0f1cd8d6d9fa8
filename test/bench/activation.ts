/** Loaded by VS Code instead of the tests: how long the extension takes to load and to activate. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { activate } from '../../src/extension';

/** Rounds of load, activation and end in one window. The first pays for what VS Code itself loads. */
const ROUNDS = 11;

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('capacity-plan.capacity-plan');
  if (!extension) throw new Error('the extension is not known to this VS Code');
  if (extension.isActive) throw new Error('the extension was active before it was asked for');
  const { extensionUri } = extension;
  const loads: number[] = [];
  const calls: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const module = loadAnew(join(extensionUri.fsPath, 'dist'));
    const loaded = performance.now();
    const end = await activateOnce(module, extensionUri);
    loads.push(loaded - start);
    calls.push(end - loaded);
  }
  console.log(
    `[test] loaded in ${median(loads)} ms, activate() in ${median(calls)} ms (medians of ${ROUNDS})`,
  );
  const start = performance.now();
  await extension.activate();
  const all = (performance.now() - start).toFixed(1);
  console.log(`[test] loaded and activated in ${all} ms, with VS Code’s own part`);
  console.log('[test] 1 passed, 0 failed');
}

interface Module {
  readonly activate: typeof activate;
}

/** Loads the bundle, and forgets what an earlier round loaded. */
function loadAnew(dist: string): Module {
  const require = createRequire(__filename);
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(dist)) Reflect.deleteProperty(require.cache, file);
  }
  return require(join(dist, 'extension.js')) as Module;
}

/** Returns the moment at which `activate` is done, and ends all that it began. */
async function activateOnce({ activate }: Module, extensionUri: vscode.Uri): Promise<number> {
  const subscriptions: vscode.Disposable[] = [];
  const workspaceState = { get: () => undefined, update: () => Promise.resolve(), keys: () => [] };
  const context = { subscriptions, extensionUri, workspaceState };
  const api = activate(context as unknown as vscode.ExtensionContext);
  const end = performance.now();
  await api.plans;
  await api.workspace.plans;
  subscriptions.forEach((each) => void each.dispose());
  return end;
}

function median(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? NaN).toFixed(1);
}
