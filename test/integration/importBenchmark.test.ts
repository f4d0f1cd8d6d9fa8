// Tests Import Benchmark inside VS Code: the command, its preview, one undoable edit, and a paste.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { activated, closeEditors, openPlan, positionOf, until, writeFile } from './helpers';

const PLAN = `version: 1
workload: { users: 8, thinkTime: 0s }
nodes: { n: { gpu: L4 } }
engines:
  first:
    node: n # mine
    observations:
      - { source: guess, users: 8, latency: 2s }
  second: { node: n }
scenarios: { A: { engine: first, parallel: 8 } }
`;

const ANSWER = `total duration:       18.293521648s
load duration:        97.885315ms
prompt eval count:    21 token(s)
prompt eval duration: 1.346030951s
prompt eval rate:     15.60 tokens/s
eval count:           160 token(s)
eval duration:        16.774703785s
eval rate:            9.54 tokens/s
`;

const preview = async (): Promise<string | undefined> =>
  ((await activated()).exports as ExtensionApi).importing.preview;

suite('Import Benchmark', () => {
  suiteSetup(activated);
  teardown(async () => {
    await vscode.commands.executeCommand('capacityPlan.cancelImport');
    await closeEditors();
  });

  test('a file becomes an observation of the chosen engine, undo takes it back', async () => {
    const file = await writeFile('answer.txt', ANSWER);
    const { document } = await openPlan(PLAN);
    void vscode.commands.executeCommand('capacityPlan.importBenchmark', file);
    const page = await chosen('Import into <code>first</code>');
    assert.match(page, /1 run read\./);
    assert.match(page, /TTFT is the time to evaluate the prompt\./);
    assert.strictEqual(document.getText(), PLAN);
    await vscode.commands.executeCommand('capacityPlan.acceptImport');
    const written = document.getText();
    assert.match(
      written,
      /- \{ source: guess, users: 8, latency: 2s \}\n {6}- \{ name: "ollama run --verbose, 1 user"/,
    );
    assert.match(written, /tpot: 104.84ms/);
    assert.strictEqual(await preview(), undefined);
    await importAgain(file);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await until('the plan as it was', () => document.getText() === PLAN);
    await vscode.workspace.fs.delete(file);
  });

  test('a file that is no benchmark is refused with a reason, and nothing is written', async () => {
    const file = await writeFile('other.json', '{"a": 1}');
    const { document } = await openPlan(PLAN.replace('  second: { node: n }\n', ''));
    void vscode.commands.executeCommand('capacityPlan.importBenchmark', file);
    const page = await until('the preview', preview);
    assert.match(page, /This is not the output of a known benchmark tool/);
    assert.ok(!page.includes('acceptImport'));
    await vscode.commands.executeCommand('capacityPlan.acceptImport');
    assert.ok(!document.isDirty || document.isUntitled);
    await vscode.workspace.fs.delete(file);
  });

  test('a change while the preview is open shows the preview anew', async () => {
    const file = await writeFile('answer.txt', ANSWER);
    const editor = await openPlan(PLAN.replace('  second: { node: n }\n', ''));
    const { document } = editor;
    void vscode.commands.executeCommand('capacityPlan.importBenchmark', file);
    await until('the preview', preview);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, 'engines:'), '# a comment\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('capacityPlan.acceptImport');
    const page = await until('the preview of the new text', preview);
    assert.match(page, /The plan has changed/);
    await vscode.commands.executeCommand('capacityPlan.acceptImport');
    assert.match(document.getText(), /# a comment\nengines:[^]*ollama run/);
    await vscode.workspace.fs.delete(file);
  });
});

/** Takes the first entry of the question for an engine, until the preview is there. */
async function chosen(title: string): Promise<string> {
  return until('the preview', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const page = await preview();
    return page?.includes(title) ? page : undefined;
  });
}

async function importAgain(file: vscode.Uri): Promise<void> {
  void vscode.commands.executeCommand('capacityPlan.importBenchmark', file);
  const page = await chosen('Import into <code>first</code>');
  assert.match(page, /is in the plan already|are in the plan already/);
  assert.ok(!page.includes('acceptImport'));
  await vscode.commands.executeCommand('capacityPlan.cancelImport');
}
