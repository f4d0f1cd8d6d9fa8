// Measures a server as a person does: picks, a key, progress, the preview, one undo. Takes pictures of each.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_MS, until } from '../runner/until.mjs';
import { appears, openWorkbench } from './workbench.mjs';

const PLAN = `version: 1
workload: { users: 400, thinkTime: 10s, promptTokens: 600, outputTokens: 12 }
targets:
  fast: { latency: <1s }
nodes:
  l40s: { gpu: L40S, price: { amount: 1.90 USD/h, date: 2026-11-01 } }
engines:
  vllm:
    type: vllm
    node: l40s
    model: llama-3.1-8b
    observations:
      - { source: estimate, users: 8, latency: 500ms, promptTokens: 600, outputTokens: 12 }
scenarios:
  A: { engine: vllm, parallel: 64 }
`;
const NAME = 'measured.capacity.yaml';
const KEY = 'sk-secret-of-the-test';

describe('measuring a server', function () {
  this.timeout(TEST_MS);
  let workbench;
  let page;
  let server;

  before(async () => {
    server = await startModelServer();
    workbench = await openWorkbench({
      viewport: { width: 1600, height: 1000 },
      settings: { 'workbench.colorTheme': 'Default Dark Modern' },
      files: { [NAME]: PLAN },
    });
    page = workbench.page;
    await workbench.openFile(NAME);
    // findings show that the extension is there
    await page.locator('.squiggly-warning, .squiggly-info').first().waitFor();
  });

  after(async () => {
    await workbench?.close();
    await server?.close();
  });

  afterEach(function () {
    return workbench.shotIfFailed(this.currentTest);
  });

  const preview = () => workbench.webview().locator('main');
  const quickInput = () => page.locator('.quick-input-widget');
  const shownText = () => page.locator('.editor-instance .view-lines').first().innerText();

  it('asks for address, key and model, shows what it measures, and takes changes', async () => {
    await workbench.runCommand('Capacity Plan: Measure…');
    await answer('Address of the server', server.url, 'measure-address-dark');
    await answer(`Key of ${server.url}`, KEY, 'measure-key-dark');
    await quickInput().getByText('Model to measure').first().waitFor();
    await workbench.shot('measure-model-dark');
    await workbench.pick('llama-3.1-8b');
    await entry('Tokens of an answer').waitFor();
    await workbench.shot('measure-picks-dark');
    await entry('Loads').click();
    await answer('Loads', '2, 6');
    await entry('Measure 2 and 6 users').waitFor();
    assert.ok(server.keys.every((key) => key === undefined || key === `Bearer ${KEY}`));
  });

  it('shows progress, then what was measured beside the prediction', async () => {
    await entry('Measure 2 and 6 users').click();
    await notified(/load 1 of 2, 2 users: \d+ answers/);
    await workbench.shot('measure-progress-dark');
    await preview().getByRole('heading', { name: 'Measured vllm' }).waitFor();
    assert.match(await preview().innerText(), /too (low|high)/);
    await workbench.shot('measure-preview-dark');
    await preview().getByRole('link', { name: 'Add 2 observations' }).click();
    await until('the observation', async () => isWritten(await shownText()));
    await workbench.shot('measure-result-dark');
    assert.ok(!(await shownText()).includes(KEY));
    await workbench.undo();
    await until('the plan as it was', async () => !isWritten(await shownText()));
    assert.equal(readFileSync(join(workbench.folder, NAME), 'utf8'), PLAN);
  });

  it('remembers the address and the key; pictures in light and high contrast', async () => {
    await workbench.setTheme('light');
    await workbench.runCommand('Capacity Plan: Measure…');
    await quickInput().getByText('Address of the server').first().waitFor();
    assert.equal(await quickInput().locator('input').first().inputValue(), server.url);
    await page.keyboard.press('Enter');
    await workbench.pick('llama-3.1-8b');
    await entry('Loads').click();
    await answer('Loads', '4');
    await entry('Measure 4 users').waitFor();
    await workbench.shot('measure-picks-light');
    await entry('Measure 4 users').click();
    await notified(/load 1 of 1, 4 users: \d+ answers/);
    await workbench.shot('measure-progress-light');
    await preview().getByRole('heading', { name: 'Measured vllm' }).waitFor();
    await workbench.shot('measure-preview-light');
    await workbench.setTheme('highContrast');
    await workbench.shot('measure-preview-high-contrast');
    await page.setViewportSize({ width: 900, height: 700 });
    await workbench.shot('measure-preview-narrow');
    await page.setViewportSize({ width: 1600, height: 1000 });
    await preview().getByRole('link', { name: 'Cancel' }).click();
    await preview().waitFor({ state: 'hidden' });
  });

  it('a server that is gone half-way is told, and nothing is written', async () => {
    await workbench.setTheme('dark');
    await workbench.runCommand('Capacity Plan: Measure…');
    await quickInput().getByText('Address of the server').first().waitFor();
    await page.keyboard.press('Enter');
    await workbench.pick('llama-3.1-8b');
    await entry('Loads').click();
    await answer('Loads', '4');
    await entry('Measure 4 users').click();
    await notified(/load 1 of 1, 4 users: \d+ answers/);
    await server.close();
    await notified(/The server was lost at 4 users/);
    await workbench.shot('measure-lost-dark');
    assert.equal(readFileSync(join(workbench.folder, NAME), 'utf8'), PLAN);
    assert.deepEqual(workbench.loggedErrors(), []);
  });

  it('writes a Kubernetes job instead', async () => {
    server = await startModelServer();
    await workbench.runCommand('Capacity Plan: Measure…');
    await answer('Address of the server', server.url);
    await answer(`Key of ${server.url}`, KEY);
    await workbench.pick('llama-3.1-8b');
    await entry('Write a Kubernetes job instead').click();
    await workbench.pick('GuideLLM');
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    const job = async () => (await shownText()).replaceAll(/\s/g, ' ');
    await until('the job', async () => (await job()).includes('kind: Job'));
    await workbench.shot('measure-job-dark');
    assert.ok(!(await job()).includes(KEY));
    await workbench.runCommand('View: Revert and Close Editor');
  });

  it('a hover leads to it', async () => {
    const hover = await workbench.hoverAt(15, 3);
    await hover
      .getByText(/Measure next/)
      .first()
      .waitFor();
    await workbench.shot('measure-hover-dark');
  });

  /** Types into the input with this title, and takes a picture before Enter. */
  async function answer(title, text, picture) {
    await quickInput().getByText(title).first().waitFor();
    await quickInput().locator('input').first().fill(text);
    if (picture) await workbench.shot(picture);
    await page.keyboard.press('Enter');
  }

  /** Opens the list of notifications, since the tests' VS Code lets none pop up, and waits for the words. */
  async function notified(words) {
    const item = page.locator('.notification-list-item', { hasText: words }).first();
    await until(`the notification ${words}`, async () => {
      if (!(await page.locator('.notifications-center.visible').isVisible())) {
        await page.locator('[id="status.notifications"]').click();
      }
      return appears(item, 5000);
    });
  }

  function entry(label) {
    return page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
  }
});

/** The editor's blanks do not break. */
function isWritten(text) {
  return /source:\s+measured/.test(text);
}

/** A server with two models that wants a key, and streams a token every few milliseconds. */
async function startModelServer() {
  const keys = [];
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    keys.push(authorization);
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', async () => {
      if (authorization !== `Bearer ${KEY}`) return response.writeHead(401).end('{"detail":"no"}');
      if (request.url === '/v1/models') {
        return response.end('{"data":[{"id":"qwen2.5-7b"},{"id":"llama-3.1-8b"}]}');
      }
      const { max_tokens: tokens } = JSON.parse(body);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (let i = 0; i < tokens && !response.destroyed; i++) {
        await sleep(i === 0 ? 120 : 25);
        response.write('data: {"choices":[{"text":"x"}]}\n\n');
      }
      const usage = `{"prompt_tokens":600,"completion_tokens":${tokens}}`;
      response.end(`data: {"choices":[],"usage":${usage}}\n\ndata: [DONE]\n\n`);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    keys,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
