// Tests plans that are computed in the worker: all answers arrive, the newest text wins, and a worker may die.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import type { FromPanel, ToPanel } from '../../src/protocol';
import type { Question } from '../../src/query/questions';
import type { Plans } from '../../src/vscode/plans';
import ASSESSMENT from '../plans/expensive-assessment.capacity.yaml';
import ANSWERS from '../plans/expensive-answers.capacity.yaml';
import {
  activated,
  closeEditors,
  diagnosticsOf,
  openExample,
  hoverAt,
  replace,
  until,
  writeFile,
} from './helpers';

suite('The worker', () => {
  let api: ExtensionApi;
  let plans: Plans;
  let files: vscode.Uri[] = [];
  let count = 0;

  suiteSetup(async () => {
    api = (await activated()).exports as ExtensionApi;
    plans = await api.plans;
  });

  teardown(async () => {
    await closeEditors();
    await Promise.all(files.map((file) => vscode.workspace.fs.delete(file)));
    files = [];
    await until('no pending work', () => plans.worker.pending === 0);
    assert.deepStrictEqual(api.bugs, []);
  });

  test('an expensive plan has findings, hints and a status', async () => {
    const { document } = await openNew(ASSESSMENT);
    assert.strictEqual(isQuick(document, 'findings'), false);
    await until('findings', () => diagnosticsOf(document.uri).length > 0);
    await until('the status', () => api.status()?.text.startsWith('s0 '));
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    assert.strictEqual(hints.length, 1);
  });

  test('a keystroke that makes a cheap plan expensive is known before anything is computed', async () => {
    const cheap = ASSESSMENT.replace('users: 999999', 'users: 50')
      .replace('parallel: auto', 'parallel: 8')
      .replace(/ +maxQueue.*\n/, '');
    const editor = await openNew(cheap);
    assert.strictEqual(isQuick(editor.document, 'findings'), true);
    await replace(editor, 'parallel: 8', 'parallel: auto');
    assert.strictEqual(isQuick(editor.document, 'findings'), false);
  });

  test('a hover and the charts wait for the worker, where a search takes long', async () => {
    const { document } = await openExample('vllm-chat-tails');
    assert.strictEqual(isQuick(document, 'hover'), false);
    assert.match(await hoverAt(document, 'cheapest:'), /nodes/);
    await openPanel(document.uri);
    await untilAllIsDrawn(document.uri);
  });

  test('a plan whose assessment and answers take long has a hover, and all charts', async () => {
    for (const [text, place] of [
      [ASSESSMENT, 's0:'],
      [ANSWERS, 'A:'],
    ] as const) {
      const { document } = await openNew(text);
      assert.match(await hoverAt(document, place), /nodes?\b/);
      await openPanel(document.uri);
      await untilAllIsDrawn(document.uri);
    }
  });

  test('what is being computed for the charts can be cancelled, and asked for again', async () => {
    const { document } = await openNew(ANSWERS);
    await openPanel(document.uri);
    await until('a picture', () => posted(document.uri, 'picture'));
    // the editor asks as well: for hints and fixes, for example
    await until('all other answers', () => plans.worker.pending === 0);
    await until('the search', () => {
      paint(document.uri);
      return plans.worker.pending > 0;
    });
    say(document.uri, { type: 'cancel' });
    const { reason } = await until('the end', () => posted(document.uri, 'stopped'));
    assert.match(reason, /^Stopped/);
    assert.strictEqual(plans.worker.pending, 0);
    const before = posted(document.uri, 'picture')?.version ?? 0;
    say(document.uri, { type: 'update' });
    await until('a new picture', () => (posted(document.uri, 'picture')?.version ?? 0) > before);
  });

  test('a worker that dies while a change is tried is started anew, once', async () => {
    const { document } = await openExample('ollama-1000-users');
    const changes = [{ path: '/workload/users', value: 2000 }];
    const asked = await dieOver(document, { type: 'whatIf', changes });
    assert.strictEqual(asked.kind, 'answered');
    const again = await dieOver(document, { type: 'whatIf', changes: [] });
    assert.deepStrictEqual(again, { kind: 'refused', refusal: 'too-expensive' });
  });

  test('a text on which the worker dies twice is said to be too expensive, until it changes', async () => {
    const editor = await openNew(ASSESSMENT);
    const { uri } = editor.document;
    await until('an idle worker', () => plans.worker.isIdle);
    for (let deaths = 0; deaths < 2; deaths++) {
      void plans.ask(editor.document, { type: 'findings' });
      plans.worker.kill();
    }
    await vscode.workspace.save(uri);
    await until('a finding', () =>
      diagnosticsOf(uri).some((line) => line.includes('Too expensive')),
    );
    await replace(editor, 'users: 999999', 'users: 10');
    await until('no such finding', () => {
      const found = diagnosticsOf(uri);
      return found.length > 0 && !found.some((line) => line.includes('Too expensive'));
    });
  });

  test('a panel that is closed while its plan is computed leaves nothing behind', async () => {
    const { document } = await openNew(ANSWERS);
    await openPanel(document.uri);
    await until('a picture', () => posted(document.uri, 'picture'));
    paint(document.uri);
    say(document.uri, {
      type: 'tryChanges',
      request: 1,
      changes: [{ path: '/workload/users', value: 9 }],
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no panel', () => !api.charts.of(document.uri));
  });

  test('a plan that is closed while its report is computed leaves nothing behind', async () => {
    const { document } = await openExample('ollama-1000-users');
    const { asked, cancel } = plans.askAlone(plans.snapshotOf(document), {
      type: 'report',
      fileName: 'plan',
      charts: 'none',
    });
    cancel();
    await closeEditors();
    assert.deepStrictEqual(await asked, { kind: 'dropped' });
  });

  test('of many edits at full speed the last text counts', async () => {
    const editor = await openNew(ASSESSMENT);
    const { document } = editor;
    for (let users = 999_900; users < 999_999; users++) {
      await replace(editor, /users: \d+/.exec(document.getText())?.[0] ?? '', `users: ${users}`);
    }
    await replace(editor, 'parallel: auto', 'parallel: nonsense');
    await until('the findings of the last text', () =>
      diagnosticsOf(document.uri).some((line) => line.includes('nonsense')),
    );
  });

  function isQuick(document: vscode.TextDocument, type: 'findings' | 'hover'): boolean {
    const question =
      type === 'hover' ? ({ type, offset: 0, address: undefined } as const) : ({ type } as const);
    return plans.isQuick(plans.snapshotOf(document), question);
  }

  /** Opens a new file that nobody has assessed yet. */
  async function openNew(text: string): Promise<vscode.TextEditor> {
    const file = await writeFile(`worker-${++count}.capacity.yaml`, text);
    files.push(file);
    return vscode.window.showTextDocument(file);
  }

  /** Asks while the worker computes nothing else, and ends it at once: it dies over this question. */
  async function dieOver(document: vscode.TextDocument, question: Question) {
    await until('an idle worker', () => plans.worker.isIdle);
    const asked = plans.ask(document, question);
    plans.worker.kill();
    return asked;
  }

  async function openPanel(uri: vscode.Uri): Promise<void> {
    await vscode.commands.executeCommand('capacityPlan.openCharts', uri);
    await until('the panel', () => api.charts.of(uri));
    say(uri, { type: 'ready' });
  }

  async function untilAllIsDrawn(uri: vscode.Uri): Promise<void> {
    await until('the answers', () => {
      paint(uri);
      return (posted(uri, 'picture')?.picture.answers?.length ?? 0) > 0;
    });
    await until('the charts that take longer', () => {
      paint(uri);
      return posted(uri, 'charts')?.version === posted(uri, 'picture')?.version;
    });
  }

  /** Says in place of the page that it has painted. */
  function paint(uri: vscode.Uri): void {
    const { version = 0 } = posted(uri, 'picture') ?? {};
    say(uri, { type: 'painted', version });
  }

  function say(uri: vscode.Uri, message: FromPanel): void {
    api.charts.of(uri)?.receive(message);
  }

  function posted<T extends ToPanel['type']>(uri: vscode.Uri, type: T) {
    return api.charts.of(uri)?.posted[type];
  }
});
