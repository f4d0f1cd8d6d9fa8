// Tests work that somebody ends: by Cancel in its progress, or by closing the plan.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import type { Plans } from '../../src/vscode/plans';
import type { StartWorker } from '../../src/worker/port';
import EXPENSIVE from '../plans/expensive-assessment.capacity.yaml';
import { activated, closeEditors, openExample, replace, until, writeFile } from './helpers';
import { clickInNotification } from './report';

suite('Work that is ended', () => {
  let api: ExtensionApi;
  let plans: Plans;
  let start: StartWorker;
  /** Workers that were asked for a report and not ended. */
  let running = 0;

  suiteSetup(async () => {
    api = (await activated()).exports as ExtensionApi;
    plans = await api.plans;
    start = api.workers.start;
  });

  teardown(async () => {
    api.workers.start = start;
    await closeEditors();
    await until('no pending work', () => plans.pending === 0);
    assert.deepStrictEqual(api.bugs, []);
  });

  // The runner of the desktop has no page to click in.
  if (vscode.env.uiKind === vscode.UIKind.Web) {
    test('Cancel in the progress of a report ends its worker, and the next report is made', async () => {
      const { document } = await openExample('ollama-1000-users');
      await until('no pending work', () => plans.pending === 0);
      // those of other tests would take the place of the progress
      await vscode.commands.executeCommand('notifications.clearAll');
      hearNoReport();
      let isOver = false;
      void generateReport(document.uri).then(() => (isOver = true));
      await until('a worker for the report', () => running === 1);
      clickInNotification('Cancel', 'Generating the report');
      await until('the end of the report', async () => {
        // Without this VS Code shows no notification while it runs tests.
        await vscode.commands.executeCommand('notifications.showList');
        return isOver;
      });
      assert.strictEqual(running, 0);
      assert.strictEqual(plans.pending, 0);
      assert.deepStrictEqual(reports(), []);
      api.workers.start = start;
      await generateReport(document.uri);
      assert.ok(reports().length > 0, 'no report');
    });
  }

  test('a plan that is closed while its report is computed leaves no error', async () => {
    const { document } = await openExample('ollama-1000-users');
    const report = generateReport(document.uri);
    await until('the question for a report', () => plans.pending > 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await report;
  });

  test('a plan that changes while it is checked for a report has the report of the new text', async () => {
    const plan = await writeFile('changes.capacity.yaml', EXPENSIVE);
    const editor = await vscode.window.showTextDocument(plan);
    await until('no pending work', () => plans.pending === 0);
    hearNothing();
    plans.worker.kill();
    const report = generateReport(plan);
    await until('the question for findings', () => plans.pending > 0);
    api.workers.start = start;
    await replace(editor, 'users: 999999', 'users: 50');
    await report;
    assert.ok(reports().includes('changes.report.md'), 'no report');
    const { textDocuments } = vscode.workspace;
    const document = textDocuments.find(({ uri }) => uri.path.endsWith('/changes.report.md'));
    assert.match(document?.getText() ?? '', /\b50 users/);
    await vscode.workspace.fs.delete(plan);
  });

  /** Starts workers from now on that never answer. */
  function hearNothing(): void {
    api.workers.start = (events) => start({ ...events, onMessage: () => undefined });
  }

  /** Starts real workers from now on, whose reports are not heard. Others are started as always, on a slow machine more. */
  function hearNoReport(): void {
    running = 0;
    api.workers.start = (events) => {
      let isAsked = false;
      const port = start({
        ...events,
        onMessage: (message) => {
          if (!isAsked) events.onMessage(message);
        },
      });
      return {
        post: (message) => {
          if (message.question.type === 'report') {
            isAsked = true;
            running += 1;
          }
          port.post(message);
        },
        terminate: () => {
          if (isAsked) running -= 1;
          port.terminate();
        },
      };
    };
  }

  function generateReport(plan: vscode.Uri): Thenable<unknown> {
    return vscode.commands.executeCommand('capacityPlan.generateReport', plan);
  }

  function reports(): readonly string[] {
    return vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .map(({ label }) => label)
      .filter((label) => label.includes('.report.md'));
  }
});
