/** Loaded by VS Code instead of the tests: how long the extension takes to load and to activate. */
import * as vscode from 'vscode';

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('capacity-plan.capacity-plan');
  if (!extension) throw new Error('the extension is not known to this VS Code');
  if (extension.isActive) throw new Error('the extension was active before it was asked for');
  const start = performance.now();
  await extension.activate();
  console.log(`[test] loaded and activated in ${(performance.now() - start).toFixed(1)} ms`);
  console.log('[test] 1 passed, 0 failed');
}
