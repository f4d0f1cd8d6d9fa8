// Tests inside VS Code that plans have findings and a row in the view though nobody opens them.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import {
  activated,
  closeEditors,
  describe,
  diagnosticsOf,
  replace,
  until,
  untilHolds,
  workspaceFolder,
  writeFile,
  writeNewFile,
} from './helpers';

const EXAMPLE = 'ollama-1000-users.capacity.yaml';
const BROKEN = 'version: 1\nunknwon: 2\n';

const PLAN = `version: 1
workload: { users: 8, thinkTime: 0s }
targets: { fast: { latency: <4s } }
nodes: { n: { gpu: L4 } }
engines:
  e: { type: vllm, node: n, observations: { from: closed-runs/*.csv } }
scenarios: { A: { title: All, engine: e, parallel: 8, nodes: 1 } }
`;
const RUN = 'date,concurrency,throughput,latency_mean_ms\n2026-02-03,8,2.6,3076\n';

suite('Plans that nobody opened', () => {
  let api: ExtensionApi;

  suiteSetup(async () => {
    api = (await activated()).exports as ExtensionApi;
  });
  teardown(closeEditors);

  test('have their findings', async () => {
    const example = vscode.Uri.joinPath(workspaceFolder(), EXAMPLE);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(example));
    const uri = await writeNewFile('never-opened.capacity.yaml', text);
    await until('the miss', () => {
      return diagnosticsOf(uri).some((line) => line.startsWith('37 error target.latency-missed'));
    });
    const finding = vscode.languages
      .getDiagnostics(uri)
      .find(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.strictEqual(finding?.relatedInformation?.[0]?.location.uri.toString(), uri.toString());
    await vscode.workspace.fs.delete(uri);
  });

  test('are checked when they appear and when they change, and forgotten when they go', async () => {
    const uri = await writeNewFile('closed.capacity.yaml', BROKEN);
    await finds(uri, 'plan.unknown-key');
    await writeFile('closed.capacity.yaml', 'version: 1\nversion: 1\n');
    await finds(uri, 'plan.duplicate-key');
    await finds(uri, 'plan.unknown-key', false);
    await vscode.workspace.fs.delete(uri);
    await finds(uri, '', false);
    await untilHolds('no row', async () => assert.ok(!(await labels()).includes('closed')));
  });

  test('go with their folder', async () => {
    const uri = await writeFile('closed-folder/inner.capacity.yaml', BROKEN);
    await finds(uri, 'plan.unknown-key');
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'closed-folder');
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await finds(uri, '', false);
  });

  test('follow the files that they name', async () => {
    const uri = await writeFile('named.capacity.yaml', PLAN);
    await finds(uri, 'plan.file');
    const run = await writeFile('closed-runs/a.csv', RUN);
    await finds(uri, 'plan.file', false);
    await writeFile('closed-runs/a.csv', 'this is no benchmark');
    await finds(uri, 'plan.file');
    await vscode.workspace.fs.delete(uri);
    await vscode.workspace.fs.delete(run);
    await finds(uri, '', false);
  });

  test('have none once they are deleted, though VS Code holds their document', async () => {
    const uri = await writeNewFile('held.capacity.yaml', PLAN.replace('closed-runs', 'held-runs'));
    await vscode.workspace.openTextDocument(uri);
    await finds(uri, 'plan.file');
    await vscode.workspace.fs.delete(uri);
    await finds(uri, '', false);
    // Files that plans name change, so that all that is open is checked anew.
    const other = await writeFile(
      'witness.capacity.yaml',
      PLAN.replace('closed-runs', 'held-runs'),
    );
    await vscode.window.showTextDocument(other);
    await finds(other, 'plan.file');
    const run = await writeFile('held-runs/a.csv', RUN);
    await finds(other, 'plan.file', false);
    assert.deepStrictEqual(diagnosticsOf(uri), []);
    assert.ok(!(await labels()).includes('held'));
    await closeEditors();
    await vscode.workspace.fs.delete(other);
    await vscode.workspace.fs.delete(run);
    await finds(other, '', false);
  });

  test('have none once they are deleted, though they were never listed', async () => {
    await whileSet('files.exclude', { 'unlisted.*': true }, async () => {
      const uri = await writeNewFile('unlisted.capacity.yaml', BROKEN);
      await vscode.workspace.openTextDocument(uri);
      await finds(uri, 'plan.unknown-key');
      await vscode.workspace.fs.delete(uri);
      await finds(uri, '', false);
    });
  });

  test('keep their findings when an editor opens and closes', async () => {
    const uri = await writeNewFile('opened.capacity.yaml', BROKEN);
    await finds(uri, 'plan.unknown-key');
    const editor = await vscode.window.showTextDocument(uri);
    await replace(editor, 'unknwon: 2', 'workload: {}');
    await finds(uri, 'plan.unknown-key', false);
    await closeEditors();
    await finds(uri, 'plan.unknown-key');
    assert.strictEqual(diagnosticsOf(uri).filter((line) => line.includes('unknown-key')).length, 1);
    await vscode.workspace.fs.delete(uri);
    await finds(uri, '', false);
  });

  test('that are too large, or no text, have a finding that says so', async () => {
    const large = await writeFile('large.capacity.yaml', `version: 1\n${'#'.repeat(1_000_001)}`);
    const binary = await writeFile('binary.capacity.yaml', 'version: 1\n\0\0');
    await finds(large, 'plan.too-large');
    await finds(binary, 'plan.not-text');
    await vscode.workspace.fs.delete(large);
    await vscode.workspace.fs.delete(binary);
    await finds(large, '', false);
  });

  test('have no findings where they are excluded, or the setting is off', async () => {
    const uri = await writeFile('left-out/a.capacity.yaml', BROKEN);
    await finds(uri, 'plan.unknown-key');
    await whileSet('files.exclude', { '**/left-out': true }, async () => {
      await finds(uri, '', false);
    });
    await finds(uri, 'plan.unknown-key');
    await whileSet('capacityPlan.checkWorkspace', false, async () => {
      await finds(uri, '', false);
      await untilHolds('words', async () => assert.match(await rowOf('left-out/a'), /Not checked/));
    });
    await finds(uri, 'plan.unknown-key');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
    await finds(uri, '', false);
  });

  test('have no findings where they are excluded in the middle of their check', async () => {
    const { start } = api.workers;
    let isAsked = false;
    // Workers that never tell the summary, so that the check does not end by itself.
    api.workers.start = (events) => {
      const port = start({ ...events, onMessage: (each) => !isAsked && events.onMessage(each) });
      return {
        ...port,
        post: (message) => {
          isAsked ||= message.question.type === 'summary';
          port.post(message);
        },
      };
    };
    try {
      await until('an end of other checks', async () => !(await api.workspace.plans)?.isBusy);
      const uri = await writeFile('left-out/b.capacity.yaml', BROKEN);
      await finds(uri, 'plan.unknown-key');
      await until('a check in progress', () => isAsked);
      await whileSet('files.exclude', { '**/left-out': true }, async () => {
        await until('the end of the check', async () => !(await api.workspace.plans)?.isBusy);
        await finds(uri, '', false);
        api.workers.start = start;
        await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
      });
    } finally {
      api.workers.start = start;
    }
  });

  test('are in the view with their worst scenario, and in it all scenarios', async () => {
    await untilHolds('the row', async () =>
      assert.strictEqual(
        await rowOf('ollama-1000-users'),
        'ollama-1000-users: B misses strict · 125 nodes · $188/h',
      ),
    );
    const { tree } = api.workspace;
    const rows = await tree.getChildren();
    const row = rows.find(({ uri }) => uri.path.endsWith(EXAMPLE));
    const scenarios = (await tree.getChildren(row)).map((each) => tree.getTreeItem(each));
    assert.deepStrictEqual(
      scenarios.map(({ accessibilityInformation }) => accessibilityInformation?.label),
      [
        'A: likely misses strict · 500 nodes · $750/h',
        'B: misses strict · 125 nodes · $188/h',
        'C: likely misses strict · 250 nodes · $375/h',
        'V: meets strict, unverified · 20 nodes · $30/h',
      ],
    );
    const { command } = scenarios[1] ?? {};
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as []));
    await until('the line of B', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.lineAt(editor.selection.active).text.startsWith('  B: ');
    });
  });

  test('have a row that follows the text while it is typed', async () => {
    const editor = await vscode.window.showTextDocument(
      vscode.Uri.joinPath(workspaceFolder(), EXAMPLE),
    );
    await replace(editor, 'ollama, parallel: 8', 'ollama, parallel: 4');
    await untilHolds('the row', async () =>
      assert.match(await rowOf('ollama-1000-users'), /A likely misses strict/),
    );
  });

  async function labels(): Promise<readonly unknown[]> {
    const rows = await api.workspace.tree.getChildren();
    return rows.map((row) => api.workspace.tree.getTreeItem(row).label);
  }

  async function rowOf(name: string): Promise<string> {
    const rows = (await api.workspace.tree.getChildren()).map((row) =>
      api.workspace.tree.getTreeItem(row),
    );
    const row = rows.find(({ label }) => label === name);
    return row?.accessibilityInformation?.label ?? `no row of ${name} among ${rows.length}`;
  }
});

/** Waits until a finding of the rule is there, or gone. An empty rule is any. */
async function finds(uri: vscode.Uri, rule: string, isThere = true): Promise<void> {
  await until(`${rule || 'findings'} ${isThere ? 'to appear' : 'to go'}`, () => {
    const lines = diagnosticsOf(uri);
    if (lines.some((line) => line.includes(` ${rule}`)) === isThere) return true;
    const open = vscode.workspace.textDocuments
      .filter((document) => document.uri.toString() === uri.toString())
      .map(describe);
    throw new Error([...open, ...lines].join('\n') || 'no findings, not open');
  });
}

async function whileSet(name: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const { Workspace } = vscode.ConfigurationTarget;
  await configuration.update(name, value, Workspace);
  try {
    await work();
  } finally {
    await configuration.update(name, undefined, Workspace);
  }
}
