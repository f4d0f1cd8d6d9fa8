// Tests completion inside VS Code.
import * as assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeEditors, openPlan } from './helpers';

const PLAN = `version: 1
nodes: { l4: { gpu: L4 } }
engines:
  ollama: { node: l4 }
scenarios:
  A: { engine: `;

suite('Completion', () => {
  suiteSetup(activated);
  teardown(closeEditors);

  test('half-typed braces get the names that they can refer to', async () => {
    assert.ok((await offeredAtEnd(PLAN)).includes('ollama'));
  });

  test('keys come with their meaning, and GPUs from the catalog', async () => {
    const keys = await offeredAtEnd('version: 1\nnodes:\n  a100:\n    ');
    assert.ok(keys.includes('bandwidth') && keys.includes('price'), keys.join(' '));
    const gpus = await offeredAtEnd('version: 1\nnodes:\n  a100:\n    gpu: ');
    assert.ok(gpus.includes('A100 80GB SXM'), gpus.join(' '));
  });
});

async function offeredAtEnd(text: string): Promise<string[]> {
  const { document } = await openPlan(text);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(text.length),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
