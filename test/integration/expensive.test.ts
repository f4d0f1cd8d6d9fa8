// Tests plans that take too long to follow at every keystroke.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import type { FromPanel, ToPanel } from '../../src/protocol';
import {
  activated,
  closeEditors,
  openExample,
  hoverAt,
  replace,
  until,
  writeFile,
} from './helpers';

suite('Expensive plans', () => {
  let api: ExtensionApi;
  let own: ExtensionApi['clock'];
  let file: vscode.Uri | undefined;
  let files = 0;

  suiteSetup(async () => {
    api = (await activated()).exports as ExtensionApi;
    own = { ...api.clock };
  });

  teardown(async () => {
    Object.assign(api.clock, own);
    await closeEditors();
    if (file) await vscode.workspace.fs.delete(file);
    file = undefined;
  });

  test('charts say that they are paused, and are computed once when asked for', async () => {
    everythingTakes(1000);
    const { document } = await openWithPanel();
    const { uri } = document;
    const paused = await until('a pause', () => posted(uri, 'paused'));
    assert.strictEqual(paused.paused, 'all');
    assert.deepStrictEqual(posted(uri, 'picture')?.picture.charts, []);
    say(uri, { type: 'updateOnce' });
    const drawn = await until('a picture', () => {
      const message = posted(uri, 'picture');
      return message && message.picture.charts.length > 0 && message;
    });
    assert.strictEqual(drawn.picture.paused, undefined);
    await until('the charts that take longer', () => {
      const { version = 0 } = posted(uri, 'picture') ?? {};
      // the page may listen only now, and then gets a paused picture first
      if (posted(uri, 'paused')?.version === version) say(uri, { type: 'updateOnce' });
      else say(uri, { type: 'painted', version });
      return posted(uri, 'charts')?.version === version;
    });
    assert.ok((posted(uri, 'picture')?.picture.answers.length ?? 0) > 0);
  });

  test('nothing is drawn at a keystroke', async () => {
    everythingTakes(0);
    const editor = await openWithPanel();
    const { uri } = editor.document;
    const before = await until('a picture', () => posted(uri, 'picture'));
    everythingTakes(1000);
    await replace(editor, 'users: 1000 ', 'users: 2000 ');
    await until('a pause', () => posted(uri, 'paused')?.paused === 'all');
    // the page may listen only now, and then gets the previous picture again
    const { scenarioTable } = before.picture;
    assert.deepStrictEqual(posted(uri, 'picture')?.picture.scenarioTable, scenarioTable);
    everythingTakes(0);
    await replace(editor, 'users: 2000 ', 'users: 3000 ');
    await until('a picture of the text', () => {
      const drawn = posted(uri, 'picture')?.picture.scenarioTable;
      return drawn && JSON.stringify(drawn) !== JSON.stringify(scenarioTable);
    });
  });

  test('charts and answers that take long are paused, though the assessment takes no time', async () => {
    everythingTakes(0);
    const editor = await openWithPanel();
    const { uri } = editor.document;
    everythingTakes(1000);
    const before = await until('a picture', () => posted(uri, 'picture'));
    await until('a pause', () => {
      // the page itself may only listen by now, and then gets a picture of the same text again
      const { version = 0 } = posted(uri, 'picture') ?? {};
      say(uri, { type: 'painted', version });
      return posted(uri, 'paused')?.paused === 'rest';
    });
    everythingTakes(0);
    await replace(editor, 'users: 1000 ', 'users: 2000 ');
    const drawnBefore = JSON.stringify(before.picture.scenarioTable);
    const next = await until('a picture of the text', () => {
      const message = posted(uri, 'picture');
      return message && JSON.stringify(message.picture.scenarioTable) !== drawnBefore && message;
    });
    assert.strictEqual(next.picture.paused, 'rest');
    assert.deepStrictEqual([next.picture.answers, next.picture.pending], [[], false]);
    assert.ok(next.picture.charts.length > 0);
    say(uri, { type: 'updateOnce' });
    await until('the answers', () => (posted(uri, 'picture')?.picture.answers.length ?? 0) > 0);
  });

  test('what is tried is not computed for them', async () => {
    everythingTakes(1000);
    const { document } = await openWithPanel();
    const changes = [{ path: '/workload/users', value: 2000 }];
    say(document.uri, { type: 'tryChanges', request: 1, changes });
    const { outcome } = await until('an answer', () => posted(document.uri, 'whatIf'));
    assert.match(outcome.problem ?? '', /^Paused: this plan is expensive/);
  });

  test('a hover says what it leaves out', async () => {
    everythingTakes(1000);
    const { document } = await openFresh();
    assert.match(await hoverAt(document, 'B: {'), /Paused: this plan is expensive/);
    assert.match(await hoverAt(document, 'B: {'), /\*\*125 nodes\*\*/);
  });

  /** Replaces the clock by one that advances at every look. */
  function everythingTakes(milliseconds: number): void {
    let time = 0;
    api.clock.now = () => (time += milliseconds);
    api.clock.worked = undefined;
  }

  /** Opens a new file that nobody has assessed yet. */
  async function openFresh(): Promise<vscode.TextEditor> {
    const { document } = await openExample('ollama-1000-users');
    file = await writeFile(`expensive-${++files}.capacity.yaml`, document.getText());
    return vscode.window.showTextDocument(file);
  }

  async function openWithPanel(): Promise<vscode.TextEditor> {
    const editor = await openFresh();
    const { uri } = editor.document;
    await vscode.commands.executeCommand('capacityPlan.openCharts');
    await until('the panel', () => api.charts.of(uri));
    say(uri, { type: 'ready' });
    await until('a picture', () => posted(uri, 'picture'));
    return editor;
  }

  function say(uri: vscode.Uri, message: FromPanel): void {
    api.charts.of(uri)?.receive(message);
  }

  function posted<T extends ToPanel['type']>(uri: vscode.Uri, type: T) {
    return api.charts.of(uri)?.posted[type];
  }
});
