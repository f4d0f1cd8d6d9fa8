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

  test('blocks have tab stops, and choices where there are some', async () => {
    const text = 'version: 1\nnodes: { a: { gpu: L4 }, b: { gpu: L4 } }\nengines:\n  ';
    const { document } = await openPlan(text);
    await untilHolds('the block', async () => {
      const block = (await itemsAtEnd(document, text)).find(
        (item) => labelOf(item) === 'engine with model',
      );
      assert.ok(block?.insertText instanceof vscode.SnippetString);
      assert.ok(
        block.insertText.value.startsWith('${1:vllm}:\n  node: ${2|a,b|}\n  type: ${3|vllm,'),
        block.insertText.value,
      );
      assert.strictEqual(
        typeof block.label === 'string' ? '' : block.label.description?.slice(0, 10),
        'node, type',
      );
    });
  });

  test('a space behind a key brings up no block that Enter would take', async () => {
    const text = 'version: 1\nworkload: ';
    const { document } = await openPlan(text);
    await untilHolds('blocks where somebody asks', async () => {
      const labels = (await itemsAtEnd(document, text)).map(labelOf);
      assert.deepStrictEqual(labels, ['workload with users', 'workload with rate']);
    });
    assert.deepStrictEqual(await itemsAtEnd(document, text, ' '), []);
  });

  test('whole plans are offered in an empty file', async () => {
    await untilOffered('', 'version', 'Starter', 'Compare two clouds');
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
  return (await itemsAtEnd(document, text)).map(labelOf);
}

async function itemsAtEnd(
  document: vscode.TextDocument,
  text: string,
  typed?: string,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(text.length),
    typed,
  );
  return list.items;
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}
