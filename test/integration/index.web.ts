// Runs the same suite in a web worker extension host, which has no Node: mocha's browser build.
import 'mocha/mocha.js'; // sets globalThis.mocha, see mochaAsScript in esbuild.mjs
import plans from 'examples:all';
import * as vscode from 'vscode';
import { TEST_MS } from '../support/patience.mjs';
import { loadTests } from './loadTests';
import { reportTo, silent } from './report';

export async function run(): Promise<void> {
  await fillMemory();
  // A web worker has no environment, so that what to run is a setting of the window.
  const grep = vscode.workspace.getConfiguration('capacityPlanTests').get<string>('grep');
  mocha.setup({
    ui: 'tdd',
    timeout: TEST_MS,
    reporter: silent,
    ...(grep && { grep: new RegExp(grep) }),
  });
  await loadTests();
  await import('./measure.web.test');
  const failures = await new Promise<number>((resolve) => {
    reportTo(console.log, mocha.run(resolve));
  });
  if (failures > 0) {
    throw new Error(`${failures} test(s) failed`);
  }
}

/** Fills the workspace. Without a server it is VS Code's empty file system in memory. */
async function fillMemory(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder?.scheme !== 'tmp') {
    return;
  }
  for (const [name, text] of Object.entries(plans)) {
    const bytes = new TextEncoder().encode(text);
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes);
  }
}
