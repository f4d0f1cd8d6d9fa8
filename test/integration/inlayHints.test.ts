// Tests inlay hints inside VS Code.
import * as assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeEditors, openExample, replace } from './helpers';

suite('Inlay hints', () => {
  suiteSetup(activated);
  teardown(closeEditors);

  test('stand behind each scenario', async () => {
    const { document } = await openExample('ollama-1000-users');
    assert.deepStrictEqual(await hintsOf(document), [
      'A: 500 nodes · $750/h · 1.17 s ✗? <1 s',
      'B: 125 nodes · $188/h · 2.7 s ✗ <1 s',
      'C: 250 nodes · $375/h · 1.5 s ✗? <1 s',
      'V: 20 nodes · $30/h · below 1 s ✓? <1 s',
    ]);
  });

  test('follow an edit at once, and stay marked while the plan is broken', async () => {
    const editor = await openExample('ollama-1000-users');
    await replace(editor, 'users: 1000', 'users: 2000');
    const [, b] = await hintsOf(editor.document);
    assert.strictEqual(b, 'B: 250 nodes · $375/h · 2.7 s ✗ <1 s');
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
