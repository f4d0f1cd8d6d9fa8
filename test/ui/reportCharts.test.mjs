// Tests reports with pictures, saved and previewed as a person does it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_MS, until, untilEqual } from '../runner/until.mjs';
import { openWorkbench } from './workbench.mjs';

const PLAN = 'ollama-1000-users.capacity.yaml';
const REPORT = 'ollama-1000-users.report.md';

describe('a report with its charts as pictures', function () {
  this.timeout(TEST_MS);
  let workbench;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'capacityPlan.report.charts': 'svg' } });
    await workbench.openFile(PLAN);
  });

  after(() => workbench?.close());

  afterEach(function () {
    return workbench.shotIfFailed(this.currentTest);
  });

  it('asks where to save it, and makes nothing where nobody says', async () => {
    await workbench.runCommand('Capacity Plan: Generate Report');
    const input = await workbench.untilDialog(`/${REPORT}`);
    await workbench.shot('report-charts-dialog');
    await workbench.page.keyboard.press('Escape');
    await input.waitFor({ state: 'hidden' });
    assert.deepEqual(reportFiles(), []);
  });

  it('is saved beside the plan, and the preview shows every picture', async () => {
    await workbench.runCommand('Capacity Plan: Generate Report');
    await workbench.untilDialog(`/${REPORT}`);
    await workbench.confirmDialog();
    await workbench.page.locator('.tab', { hasText: REPORT }).first().waitFor();
    const named = [
      ...readFileSync(join(workbench.folder, REPORT), 'utf8').matchAll(/\]\(([^)]*\.svg)\)/g),
    ].map(([, name]) => name);
    assert.notDeepEqual(named, [], 'the report shows no picture');
    await untilEqual('the report and its pictures', reportFiles, [REPORT, ...named].sort());
    await workbench.webview().locator('h1').first().waitFor();
    await workbench
      .webview()
      .locator('details')
      .evaluateAll((folds) => {
        for (const fold of folds) fold.open = true;
      });
    for (const name of named) {
      const image = workbench.webview().locator(`img[src*="${name}"]`);
      await image.scrollIntoViewIfNeeded();
      await until(`${name} to be shown`, () =>
        image.evaluate((element) => element.decode().then(() => element.naturalWidth > 0)),
      );
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
    await until('the new report', () => read(REPORT).startsWith('# '));
    await untilEqual('the same files', () => readdirSync(workbench.folder).sort(), before);
  });

  it('is saved as one HTML file', async () => {
    await workbench.openFile(PLAN);
    await workbench.runCommand('Capacity Plan: Save Report as HTML');
    await workbench.untilDialog('/ollama-1000-users.report.html');
    await workbench.confirmDialog();
    const file = join(workbench.folder, 'ollama-1000-users.report.html');
    const html = await until('the file', () => existsSync(file) && readFileSync(file, 'utf8'));
    assert.match(html, /^<!DOCTYPE html>[^]*it should meet strict and relaxed[^]*<svg /);
    await workbench.page.getByText('Open it in a browser to read or print it').first().waitFor();
    await workbench.shot('report-html-saved');
  });

  /** Saves again, and answers VS Code's question about replacing the report. */
  async function saveAgain() {
    await workbench.openFile(PLAN);
    await workbench.runCommand('Capacity Plan: Generate Report');
    await workbench.untilDialog(`/${REPORT}`);
    await workbench.confirmDialog(workbench.page.getByText('already exists').first());
    await workbench.shot('report-charts-again');
    await workbench.confirmDialog();
  }

  /** Returns the names of the files of a report, in order. */
  function reportFiles() {
    return readdirSync(workbench.folder)
      .filter((name) => name.includes('.report.'))
      .sort();
  }
});
