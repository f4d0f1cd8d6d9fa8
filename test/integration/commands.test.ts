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

  test('New Plan opens an untitled plan without errors, its title selected', async () => {
    await vscode.commands.executeCommand('capacityPlan.newPlan');
    const { document } = await until('an editor with the title selected', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection) === 'My LLM service' && editor;
    });
    assert.strictEqual(document.isUntitled, true);
    assert.strictEqual(document.languageId, LANGUAGE);
    await until('findings', () => diagnosticsOf(document.uri).length > 0);
    const errors = diagnosticsOf(document.uri).filter((line) => line.includes(' error '));
    assert.deepStrictEqual(errors, []);
  });

  test('Generate Report opens the active plan’s report as untitled Markdown', async () => {
    await openExample('ollama-1000-users');
    await vscode.commands.executeCommand('capacityPlan.generateReport');
    const report = await untitledReport();
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
    assert.match(html, /<h2[^>]*>Summary<\/h2>/);
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    assert.deepStrictEqual(
      addresses.filter((address) => !/^https:.*\/docs\/rules\.md#[\w-]+$/.test(address ?? '')),
      [],
    );
    assert.doesNotMatch(html, /<(?:img|script|b|u)[ >]/);
    await vscode.workspace.fs.delete(uri);
  });

  test('Generate Report takes the file of the explorer’s menu', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'ollama-1000-users.capacity.yaml');
    await vscode.commands.executeCommand('capacityPlan.generateReport', uri, [uri]);
    await untitledReport();
  });

  test('Generate Report opens one for each selected file', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'ollama-1000-users.capacity.yaml');
    const made = newReports();
    await vscode.commands.executeCommand('capacityPlan.generateReport', uri, [uri, uri]);
    await until('two reports', () => made().length === 2);
  });

  test('Generate Report of a broken plan opens nothing and does not fail', async () => {
    const uri = await writeFile('broken.capacity.yaml', 'version: [1\n');
    const made = newReports();
    await vscode.commands.executeCommand('capacityPlan.generateReport', uri);
    assert.strictEqual(made().length, 0);
  });

  test('Generate Report leaves charts out where the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('capacityPlan');
    await settings.update('report.charts', 'none', vscode.ConfigurationTarget.Global);
    try {
      await openExample('ollama-1000-users');
      const made = newReports();
      await vscode.commands.executeCommand('capacityPlan.generateReport');
      const report = await until('a report', () => made().find((each) => each.getText() !== ''));
      assert.match(report.getText(), /\$187\.50/);
      assert.strictEqual(report.getText().includes('```mermaid'), false);
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
    ({ isUntitled, languageId }) => isUntitled && languageId === 'markdown',
  );
}

/** Returns the reports that are made from now on. Closed ones of earlier tests go away at any time. */
function newReports(): () => vscode.TextDocument[] {
  const before = new Set(reports());
  return () => reports().filter((report) => !before.has(report));
}

async function untitledReport(): Promise<vscode.TextDocument> {
  return until('a report', () => reports().find((document) => document.getText() !== ''));
}
