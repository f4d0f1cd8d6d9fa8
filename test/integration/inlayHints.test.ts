// Tests inlay hints inside VS Code.
import * as assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeEditors, openExample, replace, untilHolds } from './helpers';

suite('Inlay hints', () => {
  suiteSetup(activated);
  teardown(closeEditors);

  test('stand behind each scenario', async () => {
    const { document } = await openExample('ollama-1000-users');
    assert.deepStrictEqual(await hintsOf(document), [
      'A: 500 nodes · ✗? 1.17 s, limit <1 s · $750/h',
      'B: 125 nodes · ✗ 2.7 s, limit <1 s · $188/h',
      'C: 250 nodes · ✗? 1.5 s, limit <1 s · $375/h',
      'V: 20 nodes · ✓? below 1 s, limit <1 s · $30/h',
    ]);
  });

  test('are above each scenario too, where the setting asks for that', async () => {
    const { document } = await openExample('ollama-1000-users');
    const lenses = async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return found.map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
    };
    assert.deepStrictEqual(await lenses(), []);
    const settings = vscode.workspace.getConfiguration('capacityPlan', document.uri);
    await settings.update('codeLens', true, vscode.ConfigurationTarget.Global);
    try {
      await untilHolds('the lenses', async () => {
        assert.strictEqual((await lenses())[1], '37 125 nodes · ✗ 2.7 s, limit <1 s · $188/h');
      });
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('follow an edit at once, and stay marked while the plan is broken', async () => {
    const editor = await openExample('ollama-1000-users');
    await replace(editor, 'users: 1000', 'users: 2000');
    const [, b] = await hintsOf(editor.document);
    assert.strictEqual(b, 'B: 250 nodes · ✗ 2.7 s, limit <1 s · $375/h');
    await replace(editor, 'strict:  {', 'strict:  { {');
    assert.strictEqual((await hintsOf(editor.document))[1], `${b} (out of date)`);
  });
});

async function allHints(document: vscode.TextDocument): Promise<vscode.InlayHint[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  return hints.sort((a, b) => a.position.line - b.position.line);
}

async function hintsOf(document: vscode.TextDocument): Promise<string[]> {
  return (await allHints(document)).map(({ position, label }) => {
    const name = document.lineAt(position.line).text.trim().charAt(0);
    return `${name}: ${typeof label === 'string' ? label : label.map((part) => part.value).join('')}`;
  });
}
