// Tests the charts panel inside VS Code: opening, following the plan, what-if and exports.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import type { FromPanel, ToPanel } from '../../src/protocol';
import {
  activated,
  closeEditors,
  hoverAt,
  openExample,
  positionOf,
  replace,
  until,
  untilHolds,
  writeFile,
} from './helpers';

const USERS = '/workload/users';

suite('Charts panel', () => {
  let api: ExtensionApi;

  suiteSetup(async () => {
    api = (await activated()).exports as ExtensionApi;
  });

  teardown(async () => {
    await closeEditors();
    await until('no panel', () => panelTabs().length === 0);
  });

  test('opens beside the plan, which keeps the focus, and once a plan', async () => {
    const { document } = await openExample('ollama-1000-users');
    await openCharts();
    await untilLabel('Charts: ollama-1000-users.capacity.yaml');
    await until('the focus', () => vscode.window.activeTextEditor?.document === document);
    const panel = api.charts.of(document.uri);
    await openCharts();
    assert.strictEqual(api.charts.of(document.uri), panel);
    // The tab of another panel would come before that of another plan.
    await openExample('vllm-chat-tails');
    await until('the tab of another plan', () =>
      allTabs().some(({ label }) => label === 'vllm-chat-tails.capacity.yaml'),
    );
    assert.strictEqual(panelTabs().length, 1);
  });

  test('another plan has a panel of its own', async () => {
    await openExample('ollama-1000-users');
    await openCharts();
    const { document } = await openExample('vllm-chat-tails');
    await openCharts();
    await until('both panels', () => panelTabs().length === 2);
    assert.ok(api.charts.of(document.uri));
  });

  test('shows what the plan says, and the slow charts after', async () => {
    const { uri } = await openExampleWithPanel();
    const { picture, state } = posted(uri, 'picture');
    assert.strictEqual(state.uri, uri.toString());
    assert.deepStrictEqual(
      picture.scenarios.map(({ name }) => name),
      ['A', 'B', 'C', 'V'],
    );
    await until('the slow charts', () => {
      // The page may listen only now, and then gets the picture again.
      const { version } = posted(uri, 'picture');
      say(uri, { type: 'painted', version });
      const charts = lastPosted(uri, 'charts');
      return charts?.version === version && charts.charts.length > 0;
    });
  });

  test('follows the text as it is typed, and says that it is out of date while it is broken', async () => {
    const { uri, editor } = await openExampleWithPanel();
    await replace(editor, 'users: 1000 ', 'users: 2000 ');
    await until('250 nodes', () => cellsOf(uri, 'B').includes('250'));
    await replace(editor, '<3s }', '<3s ');
    await until('out of date', () => posted(uri, 'picture').picture.outOfDate);
    assert.ok(cellsOf(uri, 'B').includes('250'));
    await replace(editor, '<3s ', '<3s }');
    await until('in date again', () => posted(uri, 'picture').picture.outOfDate === undefined);
  });

  test('a change is tried without touching the plan', async () => {
    const { uri, editor } = await openExampleWithPanel();
    const before = editor.document.getText();
    say(uri, { type: 'tryChanges', request: 7, changes: [{ path: USERS, value: 2000 }] });
    const { request, outcome } = await until('the outcome', () => lastPosted(uri, 'whatIf'));
    assert.strictEqual(request, 7);
    assert.strictEqual(outcome.problem, undefined);
    const b = outcome.rows.find(({ scenario }) => scenario === 'B');
    assert.match(b?.nodes.plan ?? '', /125/);
    assert.match(b?.nodes.changed ?? '', /250/);
    assert.strictEqual(editor.document.getText(), before);
  });

  test('of many tries at once the last is answered', async () => {
    const { uri } = await openExampleWithPanel();
    for (let request = 1; request <= 50; request++) {
      say(uri, { type: 'tryChanges', request, changes: [{ path: USERS, value: 1000 + request }] });
    }
    const { outcome } = await until('the last', () => {
      const answer = lastPosted(uri, 'whatIf');
      return answer?.request === 50 && answer;
    });
    assert.match(outcome.changes[0]?.text ?? '', /1,050/);
  });

  test('a change is written as it was tried, and one undo takes it back', async () => {
    const { uri, editor } = await openExampleWithPanel();
    const { document } = editor;
    const before = document.getText();
    const changes = [
      { path: USERS, value: 2000 },
      { path: '/scenarios/B/parallel', value: 16 },
    ];
    say(uri, { type: 'applyChanges', request: 3, changes });
    const { problem } = await until('the answer', () => lastPosted(uri, 'applied'));
    assert.strictEqual(problem, undefined);
    const after = before
      .replace('users: 1000 ', 'users: 2000 ')
      .replace('config, engine: ollama, parallel: 8 ', 'config, engine: ollama, parallel: 16 ');
    assert.strictEqual(document.getText(), after);
    await until('an unsaved document', () => document.isDirty);
    await vscode.window.showTextDocument(document, editor.viewColumn);
    await vscode.commands.executeCommand('undo');
    await until('the text before', () => document.getText() === before);
  });

  test('an answer is added as a scenario and selected, and one undo takes it back', async () => {
    const { uri, editor } = await openExampleWithPanel();
    const { document } = editor;
    await replace(editor, 'engine: vllm, parallel: 50 ', 'engine: vllm, parallel: 25 ');
    await until('an answer that is no scenario', () =>
      posted(uri, 'picture').picture.answers?.some(({ canAdd }) => canAdd),
    );
    const before = document.getText();
    say(uri, { type: 'addScenario', target: 'relaxed' });
    await until('the scenario', () => lastPosted(uri, 'selected')?.scenario === 'vllm-50');
    await until('the notice', () => lastPosted(uri, 'notice')?.text.startsWith('Added vllm-50'));
    assert.strictEqual(
      document.getText(),
      before.replace(
        'engine: vllm, parallel: 25 }',
        'engine: vllm, parallel: 25 }\n  vllm-50: { title: Cheapest that meets strict, engine: vllm, parallel: 50 }',
      ),
    );
    await until('its row', () => cellsOf(uri, 'vllm-50').includes('20'));
    await vscode.window.showTextDocument(document, editor.viewColumn);
    await vscode.commands.executeCommand('undo');
    await until('the text before', () => document.getText() === before);
  });

  test('selecting a scenario moves the cursor to it, and nothing comes back', async () => {
    const { uri, editor } = await openExampleWithPanel();
    say(uri, { type: 'select', scenario: 'C' });
    const start = positionOf(editor.document, 'C: { title');
    await until('the cursor', () => editor.selection.active.isEqual(start));
    // An answer to the move would come before that to the edit.
    await replace(editor, 'users: 1000 ', 'users: 2000 ');
    await until('250 nodes', () => cellsOf(uri, 'B').includes('250'));
    assert.strictEqual(lastPosted(uri, 'selected'), undefined);
  });

  test('moving the cursor into a scenario selects it', async () => {
    const { uri, editor } = await openExampleWithPanel();
    const inB = positionOf(editor.document, 'Current config');
    editor.selection = new vscode.Selection(inB, inB);
    await until('B', () => lastPosted(uri, 'selected')?.scenario === 'B');
    const inTargets = positionOf(editor.document, 'strict:');
    editor.selection = new vscode.Selection(inTargets, inTargets);
    await until('none', () => {
      const message = lastPosted(uri, 'selected');
      return message && message.scenario === undefined;
    });
  });

  test('revealing a place shows it in the editor that has the plan', async () => {
    const { uri, editor } = await openExampleWithPanel();
    const start = editor.document.getText().indexOf('2.7s');
    say(uri, { type: 'reveal', range: { start, end: start + 4 } });
    const shown = await until('the place', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.getText(active.selection) === '2.7s' && active;
    });
    assert.strictEqual(shown.viewColumn, editor.viewColumn);
  });

  test('revealing a place does not cover the panel where no editor has the plan', async () => {
    const { uri, editor } = await openExampleWithPanel();
    const start = editor.document.getText().indexOf('2.7s');
    await closeTextEditors();
    await until('the panel alone', () => vscode.window.tabGroups.all.length === 1);
    say(uri, { type: 'reveal', range: { start, end: start + 4 } });
    await until('the place', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.getText(active.selection) === '2.7s';
    });
    await until('the panel in view', () => panelTabs()[0]?.isActive);
  });

  test('a figure is explained by its formula', async () => {
    const { uri } = await openExampleWithPanel();
    say(uri, { type: 'explain', request: 5, scenario: 'B', column: 'nodes' });
    const { request, explanation } = await until('it', () => lastPosted(uri, 'explanation'));
    assert.strictEqual(request, 5);
    assert.ok(explanation.lines.length > 0);
  });

  test('a table is copied', async () => {
    const { uri } = await openExampleWithPanel();
    say(uri, { type: 'copyTable', table: 'scenarios', format: 'csv' });
    await until('the notice', () => lastPosted(uri, 'notice')?.text === 'Copied.');
    assert.match(await vscode.env.clipboard.readText(), /B: Current config,125,187\.5,2\.7/);
  });

  test('what is no message does nothing', async () => {
    const { uri } = await openExampleWithPanel();
    api.charts.of(uri)?.receive({ type: 'select', scenario: { toString: 'B' } });
    api.charts.of(uri)?.receive('generateReport');
    // Messages are answered in their order.
    say(uri, { type: 'explain', request: 6, scenario: 'B', column: 'nodes' });
    await until('the answer to the next', () => lastPosted(uri, 'explanation')?.request === 6);
    assert.strictEqual(lastPosted(uri, 'notice'), undefined);
    assert.strictEqual(lastPosted(uri, 'selected'), undefined);
  });

  test('keeps following a plan whose editor is closed', async () => {
    const { uri } = await openExampleWithPanel();
    await closeTextEditors();
    await until('no editor', () => vscode.window.visibleTextEditors.length === 0);
    say(uri, { type: 'tryChanges', request: 9, changes: [{ path: USERS, value: 3000 }] });
    await until('an answer', () => lastPosted(uri, 'whatIf')?.request === 9);
    assert.strictEqual(posted(uri, 'picture').picture.outOfDate, undefined);
  });

  test('follows a file that is renamed, and says when it is deleted', async () => {
    const { document } = await openExample('ollama-1000-users');
    const first = await writeFile('first.capacity.yaml', document.getText());
    await vscode.window.showTextDocument(first);
    await openCharts();
    await listening(first);
    const second = vscode.Uri.joinPath(first, '..', 'second.capacity.yaml');
    await edited((edit) => edit.renameFile(first, second, { overwrite: true }));
    const { picture } = await until('the new name', () => {
      const message = lastPosted(second, 'picture');
      return message?.picture.fileName === 'second.capacity.yaml' && message;
    });
    assert.strictEqual(picture.outOfDate, undefined);
    await untilLabel('Charts: second.capacity.yaml');
    await edited((edit) => edit.deleteFile(second));
    await until('out of date', () =>
      (posted(second, 'picture').picture.outOfDate ?? '').includes('not there'),
    );
  });

  test('a renamed file names its panel behind another tab, too', async () => {
    const { document } = await openExample('ollama-1000-users');
    const first = await writeFile('hidden.capacity.yaml', document.getText());
    await vscode.window.showTextDocument(first);
    await openCharts();
    await listening(first);
    const { group } = await until('its tab', () => panelTabs()[0]);
    await vscode.window.showTextDocument(document, group.viewColumn);
    await until('the panel behind', () => panelTabs()[0]?.isActive === false);
    const second = vscode.Uri.joinPath(first, '..', 'renamed.capacity.yaml');
    await edited((edit) => edit.renameFile(first, second, { overwrite: true }));
    await untilLabel('Charts: renamed.capacity.yaml');
    await edited((edit) => edit.deleteFile(second));
  });

  test('follows an untitled plan into the file that it is saved as', async () => {
    const { document: example } = await openExample('ollama-1000-users');
    const content = `${example.getText()}# saved\n`;
    const language = 'capacity-plan';
    const untitled = await vscode.workspace.openTextDocument({ language, content });
    await vscode.window.showTextDocument(untitled, vscode.ViewColumn.One);
    await openCharts();
    await listening(untitled.uri);
    const file = await writeFile('saved.capacity.yaml', content);
    await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(untitled, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilLabel('Charts: saved.capacity.yaml');
    await untilHolds('a picture of the file', () => {
      const { state, picture } = posted(file, 'picture');
      assert.strictEqual(state.uri, file.toString());
      assert.strictEqual(picture.outOfDate, undefined);
    });
    await edited((edit) => edit.deleteFile(file));
  });

  test('a closed panel is forgotten', async () => {
    const { uri } = await openExampleWithPanel();
    await until('its tab', () => panelTabs().length === 1);
    await vscode.window.tabGroups.close(panelTabs());
    await until('no panel', () => !api.charts.of(uri));
  });

  test('a panel of before a reload shows its plan again, and one without a plan goes', async () => {
    const { document } = await openExample('ollama-1000-users');
    const uri = document.uri;
    await api.charts.deserializeWebviewPanel(emptyPanel(), { uri: uri.toString(), scenario: 'C' });
    await listening(uri);
    await until('the scenario', () => posted(uri, 'picture').state.scenario === 'C');
    await api.charts.deserializeWebviewPanel(emptyPanel(), { scenario: 'C' });
    await until('one panel', () => panelTabs().length === 1);
  });

  test('a scenario’s hover leads to the charts', async () => {
    const { document } = await openExample('ollama-1000-users');
    const hover = await hoverAt(document, 'B: {');
    const links = [...hover.matchAll(/\(command:(\w+\.openCharts)\?([^)]*)\)/g)];
    assert.strictEqual(links.length, 1);
    const [, command, args] = links[0] ?? [];
    await vscode.commands.executeCommand(
      command ?? '',
      ...(JSON.parse(decodeURIComponent(args ?? '')) as unknown[]),
    );
    await listening(document.uri);
    await until('the scenario', () => posted(document.uri, 'picture').state.scenario === 'B');
  });

  /** Opens the example with its panel beside it, and waits for the first picture. */
  async function openExampleWithPanel(): Promise<{ uri: vscode.Uri; editor: vscode.TextEditor }> {
    const editor = await openExample('ollama-1000-users');
    await openCharts();
    await listening(editor.document.uri);
    return { uri: editor.document.uri, editor };
  }

  /** Sends `ready` in place of the page, to avoid waiting for the page. */
  async function listening(uri: vscode.Uri): Promise<void> {
    await until('the panel', () => api.charts.of(uri));
    say(uri, { type: 'ready' });
    await until('a picture', () => lastPosted(uri, 'picture'));
  }

  function say(uri: vscode.Uri, message: FromPanel): void {
    const panel = api.charts.of(uri);
    assert.ok(panel, 'no panel');
    panel.receive(message);
  }

  function lastPosted<T extends ToPanel['type']>(uri: vscode.Uri, type: T) {
    return api.charts.of(uri)?.posted[type];
  }

  function posted<T extends ToPanel['type']>(uri: vscode.Uri, type: T) {
    const message = lastPosted(uri, type);
    assert.ok(message, `no ${type} was posted`);
    return message;
  }

  function cellsOf(uri: vscode.Uri, scenario: string): string[] {
    const { rows } = posted(uri, 'picture').picture.scenarioTable;
    return rows.find((row) => row.scenario === scenario)?.cells.map(({ text }) => text) ?? [];
  }
});

async function openCharts(): Promise<void> {
  await vscode.commands.executeCommand('capacityPlan.openCharts');
}

function emptyPanel(): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    'capacityPlan.charts',
    'Charts',
    vscode.ViewColumn.Beside,
  );
}

function panelTabs(): vscode.Tab[] {
  return allTabs().filter(({ input }) => input instanceof vscode.TabInputWebview);
}

function allTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
}

/** Waits for a tab's label, because tabs change after a request. */
async function untilLabel(label: string): Promise<void> {
  await until(label, () => panelTabs()[0]?.label === label);
}

async function closeTextEditors(): Promise<void> {
  await vscode.window.tabGroups.close(
    allTabs().filter(({ input }) => input instanceof vscode.TabInputText),
  );
}

async function edited(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  change(edit);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}
