// Imports benchmarks as a person does: drops a file onto a plan, pastes a tool's output. Takes pictures of the preview.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../runner/host.mjs';
import { TEST_MS, until } from '../runner/until.mjs';
import { openWorkbench } from './workbench.mjs';

const PLAN = `version: 1
workload: { users: 400, thinkTime: 10s }
targets:
  fast: { latency: <12s, p99: <15s }
nodes:
  l40s: { gpu: L40S, price: { amount: 1.90 USD/h, date: 2026-11-01 } }
engines:
  vllm:
    type: vllm
    node: l40s
    observations:
      - name: vllm bench serve, 16 users
        source: measured
        date: 2026-01-12
        users: 16
        latency: 5.23678s

scenarios:
  A: { engine: vllm, parallel: 64 }
`;
const NAME = 'drop.capacity.yaml';
const data = (name) => readFileSync(join(ROOT, 'test', 'data', 'benchmarks', name), 'utf8');

describe('importing a benchmark', function () {
  this.timeout(TEST_MS);
  let workbench;
  let page;

  before(async () => {
    workbench = await openWorkbench({
      viewport: { width: 1600, height: 1000 },
      settings: { 'workbench.colorTheme': 'Default Dark Modern' },
      files: {
        [NAME]: PLAN,
        'aa-sweep.json': data('guidellm-v2.trap.json'),
        'aa-run.txt': data('vllm-block.golden.txt'),
      },
    });
    page = workbench.page;
    await workbench.openFile(NAME);
    // findings show that the extension is there
    await page.locator('.squiggly-warning, .squiggly-info').first().waitFor();
  });

  after(() => workbench?.close());

  afterEach(function () {
    return workbench.shotIfFailed(this.currentTest);
  });

  const preview = () => workbench.webview().locator('main');
  const shownText = () => page.locator('.editor-instance .view-lines').first().innerText();

  it('a file dropped onto a plan becomes an observation, and undo takes it back', async () => {
    await drop('aa-run.txt', 'workload');
    await preview().getByRole('heading', { name: 'Import into vllm' }).waitFor();
    assert.match(await preview().innerText(), /1 run read/);
    await workbench.shot('import-preview-dark');
    await preview().getByRole('link', { name: 'Import 1 observation' }).click();
    await until('the observation', async () => (await shownText()).includes('11.87963s'));
    await workbench.undo();
    await until('the plan as it was', async () => !(await shownText()).includes('11.87963s'));
  });

  it('a sweep becomes its stages; pictures in light, high contrast and narrow', async () => {
    await workbench.setTheme('light');
    await drop('aa-sweep.json', 'workload');
    await preview().getByRole('heading', { name: 'aa-sweep.json' }).waitFor();
    await workbench.shot('import-preview-light');
    await workbench.setTheme('highContrast');
    await workbench.shot('import-preview-high-contrast');
    await page.setViewportSize({ width: 900, height: 700 });
    await workbench.shot('import-preview-narrow');
    await page.setViewportSize({ width: 1600, height: 1000 });
    await preview().getByRole('link', { name: 'Cancel' }).click();
    await preview().waitFor({ state: 'hidden' });
  });

  it('a tool’s output pasted among observations opens the preview', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await placeCursor(17);
    const block = data('vllm-block.golden.txt');
    await page.evaluate((text) => globalThis.navigator.clipboard.writeText(text), block);
    await page.keyboard.press('Control+V');
    await preview().getByRole('heading', { name: 'Pasted text' }).waitFor();
    assert.ok(!(await shownText()).includes('Serving Benchmark Result'));
    await preview().getByRole('link', { name: 'Import 1 observation' }).click();
    await until('the observation', async () => (await shownText()).includes('11.87963s'));
  });

  /** Drags a file from the explorer; Shift drops it into the text. */
  async function drop(name, word) {
    const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
    await row.waitFor();
    const target = workbench.word(word);
    await row.hover();
    await page.mouse.down();
    const { x, y } = await target.boundingBox();
    await page.keyboard.down('Shift');
    await page.mouse.move(x + 60, y + 40, { steps: 8 });
    await page.mouse.move(x + 5, y + 5, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
  }

  async function placeCursor(line) {
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+G');
    const input = page.locator('.quick-input-widget input').first();
    await input.fill(`:${line}`);
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
  }
});
