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

const GUESSED = `version: 1
workload: { users: 100 }
targets: { chat: { latency: <3s } }
nodes: { n: { gpu: L4 } }
engines:
  e:
    node: n
    observations:
      - { source: guess, parallel: 8, users: 8, latency: 2s }
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

  test('offer ways to meet a target with their figures, the cheapest preferred', async () => {
    const { document } = await openPlan(MISSING);
    const at = rangeOf(document, 'parallel: 8 }');
    await untilHolds('the fixes of a missed target', async () => {
      const fixes = await fixesAt(document, at);
      const titles = fixes.map(({ title }) => title);
      const sized = fixes.find(({ title }) => title === 'Size for the target (801 nodes)');
      assert.ok(sized?.edit && sized.isPreferred, titles.join('; '));
      assert.ok(titles.includes('Silence `target.latency-missed` here'), titles.join('; '));
      assert.ok(titles.includes('Turn `target.latency-missed` off'), titles.join('; '));
      assert.ok(titles.includes('What does `target.latency-missed` mean?'), titles.join('; '));
      await vscode.workspace.applyEdit(sized.edit);
    });
    assert.ok(document.getText().includes('A: { engine: e, parallel: 8, sizeFor: target }'));
  });

  test('write a starter plan into an empty one, with what to change selected', async () => {
    const { document } = await openPlan('# ours\n');
    await untilHolds('the fix of an empty plan', async () => {
      const fixes = await fixesAt(document, new vscode.Range(0, 0, 0, 0));
      const fix = fixes.find(({ title }) => title === 'Write a starter plan');
      assert.ok(fix?.edit, fixes.map(({ title }) => title).join('; '));
      await vscode.workspace.applyEdit(fix.edit);
    });
    const text = document.getText();
    assert.ok(text.startsWith('# ours\n# A capacity plan'), text);
    assert.ok(text.includes('\n  users: 200\n'), text);
  });

  test('insert an observation to fill in', async () => {
    const { document } = await openPlan(GUESSED);
    const at = rangeOf(document, 'parallel: 8 }');
    await untilHolds('the fix to fill in', async () => {
      const fixes = await fixesAt(document, at);
      const fix = fixes.find(({ title }) => title.startsWith('Insert an observation'));
      assert.ok(fix?.edit, fixes.map(({ title }) => title).join('; '));
      await vscode.workspace.applyEdit(fix.edit);
    });
    const lines = document.getText().split('\n');
    const added = lines.find((line) => line.includes('source: measured')) ?? '';
    assert.match(added, /^ {6}- \{ source: measured, parallel: 8, users: 8, latency: , date: /);
  });

  test('turn a rule off in the settings', async () => {
    const { document } = await openPlan(MISSING);
    const settings = () => vscode.workspace.getConfiguration('capacityPlan', document.uri);
    const rules = () => settings().get<Record<string, string>>('rules') ?? {};
    await vscode.commands.executeCommand(
      'capacityPlan.turnRuleOff',
      document.uri,
      'target.latency-missed',
    );
    try {
      await untilHolds('the setting', () => {
        assert.strictEqual(rules()['target.latency-missed'], 'off');
      });
    } finally {
      for (const target of [
        vscode.ConfigurationTarget.Workspace,
        vscode.ConfigurationTarget.Global,
      ]) {
        await settings()
          .update('rules', undefined, target)
          .then(undefined, () => undefined);
      }
    }
  });

  test('fix all that has one way to be mended', async () => {
    const { document } = await openPlan(PLAN.replace('1s }] }', '1s, ttft_p95: 1s }] }'));
    await untilHolds('the action', async () => {
      const [action] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 0),
        'source.fixAll.capacityPlan',
      );
      assert.ok(action?.edit);
      await vscode.workspace.applyEdit(action.edit);
    });
    assert.ok(document.getText().includes('chat: { ttft: { p95: <500ms } }'));
    assert.ok(document.getText().includes('latency: 1s, ttft: { p95: 1s } }'));
  });
});

const MISSING = `version: 1
workload: { users: 1000, thinkTime: 0s }
targets: { fast: { latency: <1s } }
policy: { spare: 0 }
nodes: { n: { gpu: L4 } }
engines:
  e:
    node: n
    latencyFollows: load
    observations:
      - { source: measured, users: 1, latency: 0.8s }
      - { source: measured, users: 8, latency: 3s }
scenarios:
  A: { engine: e, parallel: 8 }
`;

function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text) + text.indexOf('8');
  return new vscode.Range(document.positionAt(start), document.positionAt(start));
}

async function fixesAt(
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}
