// Tests completion inside VS Code.
import * as assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeEditors, openPlan, untilHolds } from './helpers';

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
    await untilOffered(PLAN, 'ollama');
  });

  test('keys come with their meaning, and GPUs from the catalog', async () => {
    await untilOffered('version: 1\nnodes:\n  a100:\n    ', 'bandwidth', 'price');
    await untilOffered('version: 1\nnodes:\n  a100:\n    gpu: ', 'A100 80GB SXM');
  });
});

/** Opens a plan, and waits until these are offered at its end. */
async function untilOffered(text: string, ...expected: readonly string[]): Promise<void> {
  const { document } = await openPlan(text);
  await untilHolds(expected.join(' and '), async () => {
    const offered = await offeredAtEnd(document, text);
    assert.ok(
      expected.every((each) => offered.includes(each)),
      offered.join(' '),
    );
  });
}

async function offeredAtEnd(document: vscode.TextDocument, text: string): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(text.length),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
