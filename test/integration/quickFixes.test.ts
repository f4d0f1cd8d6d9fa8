// Tests quick fixes inside VS Code.
import * as assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeEditors, openPlan, untilHolds } from './helpers';

const PLAN = `version: 1
workload: { users: 9, thinkTime: 1s }
targets: { chat: { ttftP95: <500ms } }
nodes: { n: { gpu: L4 } }
engines:
  e: { node: n, observations: [{ source: measured, users: 8, latency: 1s }] }
scenarios: { A: { engine: e, parallel: 8 } }
`;

suite('Quick fixes', () => {
  suiteSetup(activated);
  teardown(closeEditors);

  test('write a percentile as the format does', async () => {
    const { document } = await openPlan(PLAN);
    const at = document.positionAt(PLAN.indexOf('ttftP95'));
    await untilHolds('the quick fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
        vscode.CodeActionKind.QuickFix.value,
      );
      const fix = actions.find(({ title }) => title === 'Write `ttft: { p95: <500ms }`');
      assert.ok(fix?.edit, actions.map(({ title }) => title).join());
      await vscode.workspace.applyEdit(fix.edit);
    });
    assert.ok(document.getText().includes('chat: { ttft: { p95: <500ms } }'));
  });
});
