// Tests reports with pictures, saved and previewed as a person does it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from './workbench.mjs';

const PLAN = 'ollama-1000-users.capacity.yaml';
const REPORT = 'ollama-1000-users.report.md';

describe('a report with its charts as pictures', function () {
  this.timeout(60_000);
  let workbench;

  before(async function () {
    this.timeout(180_000);
    workbench = await openWorkbench({ settings: { 'capacityPlan.report.charts': 'svg' } });
    await workbench.openFile(PLAN);
  });

  after(() => workbench?.close());

  afterEach(async function () {
    if (this.currentTest.state === 'failed') {
      await workbench.shot(`failed-${this.currentTest.title.replaceAll(/\W+/g, '-')}`);
    }
  });

  it('asks where to save it, and makes nothing where nobody says', async () => {
    await workbench.runCommand('Capacity Plan: Generate Report');
    const input = await saveDialog(workbench.page);
    await workbench.shot('report-charts-dialog');
    await workbench.page.keyboard.press('Escape');
    await input.waitFor({ state: 'hidden' });
    expectFiles(workbench.folder, []);
  });

  it('is saved beside the plan, and the preview shows every picture', async () => {
    await workbench.runCommand('Capacity Plan: Generate Report');
    const input = await saveDialog(workbench.page);
    await workbench.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await workbench.page.locator('.tab', { hasText: REPORT }).first().waitFor();
    const named = [
      ...readFileSync(join(workbench.folder, REPORT), 'utf8').matchAll(/\]\(([^)]*\.svg)\)/g),
    ].map(([, name]) => name);
    if (named.length === 0) throw new Error('the report shows no picture');
    expectFiles(workbench.folder, [REPORT, ...named]);
    for (const name of named) {
      const image = workbench.webview().locator(`img[src*="${name}"]`);
      await image.scrollIntoViewIfNeeded();
      const width = await image.evaluate((element) =>
        element.decode().then(() => element.naturalWidth),
      );
      if (width === 0) throw new Error(`${name} is not shown`);
      await workbench.shot(`report-charts-${name}`);
    }
  });

  it('replaces no picture of somebody else, and the last report as a whole', async () => {
    const read = (name) => readFileSync(join(workbench.folder, name), 'utf8');
    const before = readdirSync(workbench.folder).sort();
    const picture = before.find((name) => name.endsWith('.svg'));
    writeFileSync(join(workbench.folder, REPORT), 'the last report');
    writeFileSync(join(workbench.folder, picture), '<svg>mine</svg>');
    await saveAgain();
    await workbench.page.getByText('The report could not be made').first().waitFor();
    assert.equal(read(picture), '<svg>mine</svg>');
    assert.equal(read(REPORT), 'the last report');

    rmSync(join(workbench.folder, picture));
    await saveAgain();
    await untilSaved(workbench);
    assert.deepEqual(readdirSync(workbench.folder).sort(), before);
  });

  /** Saves again, and answers VS Code's question about replacing the report. */
  async function saveAgain() {
    await workbench.openFile(PLAN);
    await workbench.runCommand('Capacity Plan: Generate Report');
    const input = await saveDialog(workbench.page);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByText('already exists').first().waitFor();
    await workbench.shot('report-charts-again');
    await workbench.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }
});

/** Returns VS Code's own dialog, once it has the suggested name. */
async function saveDialog(page) {
  const input = page.locator('.quick-input-widget input[type="text"]').first();
  await input.waitFor();
  for (let tries = 100; !(await input.inputValue()).endsWith(`/${REPORT}`); tries--) {
    if (tries === 0) throw new Error(`the dialog suggests ${await input.inputValue()}`);
    await page.waitForTimeout(50);
  }
  return input;
}

async function untilSaved({ page, folder }) {
  const isSaved = () =>
    readdirSync(folder).includes(REPORT) &&
    readFileSync(join(folder, REPORT), 'utf8').startsWith('# ');
  for (let tries = 100; !isSaved(); tries--) {
    if (tries === 0) throw new Error(`${REPORT} is not replaced`);
    await page.waitForTimeout(50);
  }
}

function expectFiles(folder, names) {
  const found = readdirSync(folder).filter((name) => name.includes('.report.'));
  if (found.sort().join() !== [...names].sort().join()) {
    throw new Error(`there is ${found.join(', ') || 'nothing'} instead of ${names.join(', ')}`);
  }
}
