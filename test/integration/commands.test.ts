// Tests the commands New Plan, Generate Report and Show Log inside VS Code.
import * as assert from 'assert';
import * as vscode from 'vscode';
import {
  LANGUAGE,
  activated,
  closeEditors,
  diagnosticsOf,
  openExample,
  until,
  workspaceFolder,
  writeFile,
} from './helpers';

suite('Commands', () => {
  suiteSetup(activated);
  teardown(closeEditors);

  test('New Plan writes a plan with the proposed name into the folder, its title selected', async () => {
    const file = vscode.Uri.joinPath(workspaceFolder(), 'my-service.capacity.yaml');
    const made = vscode.commands.executeCommand('capacityPlan.newPlan');
    const { document } = await until('an editor with the title selected', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection) === 'my-service' && editor;
    });
    await made;
    assert.strictEqual(document.uri.toString(), file.toString());
    assert.strictEqual(document.isDirty, false);
    assert.strictEqual(document.languageId, LANGUAGE);
    await until('findings', () => diagnosticsOf(document.uri).length > 0);
    const errors = diagnosticsOf(document.uri).filter((line) => line.includes(' error '));
    assert.deepStrictEqual(errors, []);
    await vscode.workspace.fs.delete(file);
  });

  test('Generate Report opens the active plan’s report as Markdown that needs no saving', async () => {
    await openExample('ollama-1000-users');
    await vscode.commands.executeCommand('capacityPlan.generateReport');
    const report = await openReport();
    assert.match(report.getText(), /125/);
    assert.match(report.getText(), /\$187\.50/);
    if (!(await hasMarkdownPreview())) return; // a workbench without a server has no preview
    await until('the preview', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ input }) => input instanceof vscode.TabInputWebview),
    );
  });

  test('VS Code’s preview finds no image, link or HTML of a plan in its report', async () => {
    const uri = await writeFile('hostile.capacity.yaml', HOSTILE);
    // again, since VS Code may give a new untitled document the text of a closed one
    const report = await until('a report', async () => {
      await closeEditors();
      await vscode.commands.executeCommand('capacityPlan.generateReport', uri);
      return reports().find((each) => each.getText().includes('evil.test'));
    });
    if (!(await hasMarkdownPreview())) return;
    const html = await vscode.commands.executeCommand<string>(
      'markdown.api.render',
      report.getText(),
    );
    assert.match(html, /<h2[^>]*>Decision<\/h2>/);
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    assert.deepStrictEqual(
      addresses.filter((address) => !/^(?:https:.*\/docs\/rules\.md)?#[\w-]+$/.test(address ?? '')),
      [],
    );
    assert.doesNotMatch(html, /<(?:img|script|b|u)[ >]/);
    await vscode.workspace.fs.delete(uri);
  });

  test('Generate Report takes the file of the explorer’s menu', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'ollama-1000-users.capacity.yaml');
    await vscode.commands.executeCommand('capacityPlan.generateReport', uri, [uri]);
    await openReport();
  });

  test('Generate Report opens one for each selected file', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'ollama-1000-users.capacity.yaml');
    const other = vscode.Uri.joinPath(workspaceFolder(), 'vllm-chat-tails.capacity.yaml');
    await vscode.commands.executeCommand('capacityPlan.generateReport', uri, [uri, other]);
    for (const name of ['ollama-1000-users', 'vllm-chat-tails']) {
      await until(name, () =>
        reports().some(({ fileName }) => fileName.endsWith(`${name}.report.md`)),
      );
    }
  });

  test('Generate Report of a broken plan opens nothing and does not fail', async () => {
    const uri = await writeFile('broken.capacity.yaml', 'version: [1\n');
    await vscode.commands.executeCommand('capacityPlan.generateReport', uri);
    assert.ok(reports().every(({ fileName }) => !fileName.endsWith('broken.report.md')));
  });

  test('Generate Report leaves charts out where the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('capacityPlan');
    await settings.update('report.charts', 'none', vscode.ConfigurationTarget.Global);
    try {
      await openExample('ollama-1000-users');
      await vscode.commands.executeCommand('capacityPlan.generateReport');
      await until('a report without charts', () =>
        reports().some((report) => {
          const text = report.getText();
          return text.includes('$187.50') && !text.includes('```mermaid');
        }),
      );
    } finally {
      await settings.update('report.charts', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('Show Log shows the log', async () => {
    await vscode.commands.executeCommand('capacityPlan.showLog');
    await until('the log', () =>
      vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === 'output'),
    );
    // Its editor counts as active, and could not be closed as others are.
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});

const HOSTILE = `version: 1
title: "![p](https://evil.test/p.png) <img src=https://evil.test/q.png>"
workload: { users: 10 }
targets:
  "[a](command:workbench.action.quit)": { latency: <3s }
  "https://evil.test //evil.test www.evil.test a@evil.test": { latency: <9s }
nodes: { "<b>x": { gpu: "<https://evil.test>", price: 1 USD/h } }
engines:
  "\`a\`](https://evil.test)":
    node: "<b>x"
    observations:
      - { name: "<script>", source: measured, parallel: 2, users: 2, latency: 2s, note: "![p](https://evil.test/n.png)" }
scenarios:
  "| <u> |": { title: "[x]: https://evil.test", engine: "\`a\`](https://evil.test)", parallel: 2 }
`;

/** Returns false without a server: the Markdown extension is listed, but its browser part is missing. */
async function hasMarkdownPreview(): Promise<boolean> {
  const markdown = vscode.extensions.getExtension('vscode.markdown-language-features');
  if (!markdown) return false;
  return Promise.resolve(markdown.activate()).then(
    () => true,
    () => false,
  );
}

function reports(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    ({ uri, isDirty }) => uri.scheme === 'capacity-plan-report' && !isDirty,
  );
}

function openReport(): Promise<vscode.TextDocument> {
  return until('a report', () => reports().find((document) => document.getText() !== ''));
}
