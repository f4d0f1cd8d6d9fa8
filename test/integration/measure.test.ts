// Tests Measure… inside VS Code, against a small server in this process: picks, preview, undo, cancel, a server's death.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { ANSWER, fakeServer, type Behaviour, type FakeServer } from '../support/openAiServer';
import { activated, closeEditors, hoverAt, openExample, openPlan, until } from './helpers';
import { clickInNotification } from './report';

const PLAN = `version: 1
workload: { users: 8, promptTokens: 20, outputTokens: 5 } # as last week
targets: { fast: { latency: <1s } }
nodes: { n: { gpu: L4, price: 1 USD/h } }
engines:
  e:
    node: n
    observations:
      - { source: estimate, users: 1, latency: 500ms, promptTokens: 20, outputTokens: 5 }
scenarios: { A: { engine: e, parallel: 8 } }
`;

suite('Measure', () => {
  let api: ExtensionApi;
  let server: FakeServer;

  suiteSetup(async () => {
    api = (await activated()).exports as ExtensionApi;
  });

  teardown(async () => {
    delete process.env.OPENAI_API_KEY;
    await vscode.commands.executeCommand('capacityPlan.cancelImport');
    await until('the end of measuring', () => api.measuring.progress === undefined);
    await closeEditors();
    await server.close();
    assert.deepStrictEqual(api.bugs, []);
  });

  test('measures what the plan asks for, shows it beside the prediction, and one undo takes it back', async () => {
    process.env.OPENAI_API_KEY = 'sk-secret-1234';
    const { document } = await openMeasuring(ANSWER);
    const page = await accepted('the preview', () => api.importing.preview);
    assert.match(page, /Measured <code>e<\/code>/);
    assert.match(
      page,
      /1 user<\/th><th scope="row">Latency<\/th><td>.* ms<\/td><td>~?500 ms<\/td><td>.*% too high/,
    );
    assert.strictEqual(document.getText(), PLAN);
    await vscode.commands.executeCommand('capacityPlan.acceptImport');
    const written = document.getText();
    assert.match(written, /# as last week/);
    assert.match(written, /capacity-plan measure[^]*source: measured/);
    assert.ok(!written.includes('sk-secret'));
    assert.ok(server.requests.every(({ key }) => key === 'Bearer sk-secret-1234'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await until('the plan as it was', () => document.getText() === PLAN);
  });

  test('a server that dies half-way is told, and the plan stays as it was', async () => {
    const { document } = await openMeasuring(async (response, request) => {
      if (request.index > 30) response.destroy();
      else await ANSWER(response, request);
    });
    const ending = await accepted('the end', () => api.measuring.ending);
    assert.match(ending, /^The server was lost at 1 user .*Nothing is written\.$/);
    assert.strictEqual(api.importing.preview, undefined);
    assert.strictEqual(document.getText(), PLAN);
  });

  test('a server that takes no request is told with its own words', async () => {
    await openMeasuring((response) => void response.writeHead(500).end('{"detail":"no model"}'));
    const ending = await accepted('the end', () => api.measuring.ending);
    assert.match(ending, /^Cannot measure http:.*status 500 no model/);
  });

  // The runner of the desktop has no page to click in.
  if (vscode.env.uiKind === vscode.UIKind.Web) {
    test('Cancel leaves no request running, and the plan as it was', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      const { document } = await openMeasuring(async (response, request) => {
        // the first requests find out how the server answers
        if (request.index < 8) await ANSWER(response, request);
        else response.writeHead(200).write('data: {"choices":[{"text":"x"}]}\n\n');
      });
      await accepted('a request that does not end', () => server.requests.length >= 8);
      clickInNotification('Cancel', 'Measuring e');
      const ending = await until('the end', async () => {
        // Without this VS Code shows no notification while it runs tests.
        await vscode.commands.executeCommand('notifications.showList');
        return api.measuring.ending;
      });
      assert.match(ending, /^Stopped .*Nothing is written\.$/);
      await until('no request', () => server.active() === 0);
      assert.strictEqual(api.importing.preview, undefined);
      assert.strictEqual(document.getText(), PLAN);
    });
  }

  test('a hover leads to it where the plan asks for a measurement', async () => {
    server = await fakeServer();
    const { document } = await openExample('ollama-1000-users');
    const hover = await hoverAt(document, 'A: {');
    assert.match(hover, /Measure next: .* users? \(\[Measure…\]\(command:capacityPlan\.measure\?/);
  });

  /** Opens the plan, and asks to measure a server that behaves so. */
  async function openMeasuring(behave: Behaviour): Promise<vscode.TextEditor> {
    server = await fakeServer(behave);
    const editor = await openPlan(PLAN);
    void vscode.commands.executeCommand(
      'capacityPlan.measure',
      editor.document.uri,
      'e',
      server.url,
    );
    await until('the end of the last ending', () => api.measuring.ending === undefined);
    return editor;
  }

  /** Takes the first choice of what is asked, until there is what is waited for. */
  async function accepted<T>(what: string, poll: () => T | undefined | false): Promise<T> {
    return until(what, async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return poll();
    });
  }
});
