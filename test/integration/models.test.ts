// Tests models that the catalog does not have inside VS Code: a config.json beside the plan, and Import Model.
import * as assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeEditors, diagnosticsOf, openPlan, until, writeFile } from './helpers';

const CONFIG = JSON.stringify({
  hidden_size: 8192,
  num_hidden_layers: 80,
  num_attention_heads: 64,
  num_key_value_heads: 8,
  head_dim: 128,
  intermediate_size: 28672,
  vocab_size: 128256,
  max_position_embeddings: 131072,
});

const planWith = (model: string): string => `version: 1
workload: { users: 8, thinkTime: 0s, promptTokens: 1000, outputTokens: 100 }
nodes: { n: { gpu: L4 } }
engines:
  e:
    type: vllm
    node: n
${model}scenarios: { A: { engine: e, parallel: 8 } }
`;

suite('Models', () => {
  suiteSetup(activated);
  teardown(closeEditors);

  test('a config.json beside the plan is read, one that is not there is a finding', async () => {
    const config = await writeFile('model/config.json', CONFIG);
    const uri = await writeFile(
      'own-model.capacity.yaml',
      planWith('    model: model/config.json\n'),
    );
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await found(uri, 'memory.does-not-fit');
    const at = document.positionAt(document.getText().indexOf('model/config.json'));
    await editor.edit((edit) => edit.insert(at, 'no-'));
    await found(uri, 'plan.file');
    await editor.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, 3))));
    await found(uri, 'memory.does-not-fit');
    await document.save();
    await vscode.workspace.fs.delete(uri);
    await vscode.workspace.fs.delete(config);
  });

  test('Import Model writes the map of a config.json into the plan', async () => {
    const config = await writeFile('imported.json', CONFIG);
    const editor = await openPlan(planWith('    context: 8192\n'));
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf('context'));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('capacityPlan.importModel', config);
    await until('the map', () => document.getText().includes('    model:\n      parameters: 70'));
    await found(document.uri, 'memory.does-not-fit');
    assert.ok(!diagnosticsOf(document.uri).some((line) => line.includes('plan.')));
    await vscode.workspace.fs.delete(config);
  });
});

async function found(uri: vscode.Uri, rule: string): Promise<void> {
  await until(rule, () => diagnosticsOf(uri).some((line) => line.includes(rule)));
}
