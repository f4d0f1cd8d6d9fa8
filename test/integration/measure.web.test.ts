// Tests that VS Code in a browser does not measure: it says so, and asks for nothing.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { activated, closeEditors, hoverAt, openExample } from './helpers';

suite('Measure in a browser', () => {
  teardown(closeEditors);

  test('is not possible: the command says so and ends, and hovers have no link to it', async () => {
    const api = (await activated()).exports as ExtensionApi;
    assert.strictEqual(api.measuring.isPossible, false);
    const { document } = await openExample('ollama-1000-users');
    await vscode.commands.executeCommand('capacityPlan.measure', document.uri);
    assert.strictEqual(api.measuring.progress, undefined);
    const hover = await hoverAt(document, 'A: {');
    assert.match(hover, /Open Charts/);
    assert.ok(!hover.includes('capacityPlan.measure'), hover);
    assert.deepStrictEqual(api.bugs, []);
  });
});
