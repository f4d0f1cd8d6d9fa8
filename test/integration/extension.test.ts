// Tests activation, the language of plans, and the registered commands.
import * as assert from 'assert';
import * as vscode from 'vscode';
import { LANGUAGE, activated, closeEditors, openExample, openPlan, writeFile } from './helpers';

suite('Capacity Plan in a real extension host', () => {
  teardown(closeEditors);

  test('a plan activates the extension', async () => {
    const extension = await activated();
    await openExample('ollama-1000-users');
    assert.strictEqual(extension.isActive, true);
  });

  for (const name of ['named.capacity.yaml', 'named.capacity.yml']) {
    test(`the name ${name} gives the language`, async () => {
      const document = await vscode.workspace.openTextDocument(
        await writeFile(name, 'version: 1\n'),
      );
      assert.strictEqual(document.languageId, LANGUAGE);
    });
  }

  test('other YAML files are left alone', async () => {
    const document = await vscode.workspace.openTextDocument(
      await writeFile('other.yaml', 'a: 1\n'),
    );
    assert.ok(document.languageId !== LANGUAGE);
  });

  test('plans are indented by two spaces', async () => {
    const { options } = await openPlan('version: 1\n');
    assert.strictEqual(options.insertSpaces, true);
    assert.strictEqual(options.tabSize, 2);
  });

  for (const command of ['openCharts', 'generateReport', 'saveHtml', 'newPlan', 'showLog']) {
    test(`the command capacityPlan.${command} is registered`, async () => {
      await activated();
      const commands = await vscode.commands.getCommands(true);
      assert.ok(commands.includes(`capacityPlan.${command}`), 'no such command');
    });
  }
});
