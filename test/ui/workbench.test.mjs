// Tests the packaged extension in the workbench: colours, hovers, findings, status and reports.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_MS, until } from '../runner/until.mjs';
import { THEMES, appears, isLong, openWorkbench } from './workbench.mjs';

const EXAMPLE = 'ollama-1000-users.capacity.yaml';

/** Places of the example that have a hover: line, column and some of the words. */
const PLACES = {
  scenario: [37, 3, '125 nodes'],
  observation: [26, 22, '18.5/s'],
  target: [8, 4, 'likely misses'],
  engine: [15, 6, 'Latency depends on'],
  price: [12, 26, 'source not stated'],
  key: [18, 9, 'optional'],
};

describe('the packaged extension in the workbench', function () {
  this.timeout(TEST_MS);
  let workbench;

  before(async () => {
    workbench = await openWorkbench();
  });

  after(() => workbench?.close());

  afterEach(function () {
    return workbench.shotIfFailed(this.currentTest);
  });

  it('opens a plan from the explorer and names its language', async () => {
    await workbench.openFile(EXAMPLE);
    await workbench.page.locator('.statusbar-item', { hasText: 'Capacity Plan' }).first().waitFor();
  });

  for (const theme of Object.keys(THEMES)) {
    it(`shows a plan in the theme ${theme}`, async () => {
      await workbench.setTheme(theme);
      await workbench.shot(`plan-${theme}`);
    });
  }

  it('underlines what misses a target', async () => {
    await workbench.hoverAt(37, 3);
    await workbench.page.locator('.squiggly-error').first().waitFor({ state: 'attached' });
    await workbench.page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
  });

  for (const theme of Object.keys(THEMES)) {
    for (const [what, [line, column, text]] of Object.entries(PLACES)) {
      if (theme !== 'dark' && what !== 'scenario' && !isLong) continue;
      it(`shows a hover on ${what} in the theme ${theme}`, async () => {
        await workbench.setTheme(theme);
        const hover = await workbench.hoverAt(line, column);
        await hover.getByText(text).first().waitFor();
        await workbench.shot(`hover-${what}-${theme}`);
      });
    }
  }

  for (const theme of ['dark', 'light']) {
    it(`offers ways to meet a missed target in the theme ${theme}`, async () => {
      const { page } = workbench;
      await workbench.setTheme(theme);
      await workbench.hoverAt(37, 57);
      await page.keyboard.press('Escape');
      const menu = page.locator('.action-widget');
      await until('the quick fixes', async () => {
        await page.keyboard.press('Control+Period');
        return appears(menu.getByText('Move to').first(), 10_000);
      });
      await workbench.shot(`quick-fixes-${theme}`);
      await page.keyboard.press('Escape');
    });
  }

  it('links a number in a hover to its line', async () => {
    await workbench.setTheme('dark');
    const hover = await workbench.hoverAt(37, 3);
    // among the formulas, which are folded
    const link = hover.locator('a', { hasText: '1,000 users' }).first();
    assert.match(await link.getAttribute('data-href'), /#L5%2C10$/);
  });

  it('shows the worst scenario in the language status', async () => {
    await workbench.untilStatus('B misses strict · 125 nodes · $188/h');
    await workbench.shot('status');
  });

  it('shows Markdown with a chart in the preview', async () => {
    await workbench.setTheme('dark');
    const chart = '```mermaid\nflowchart LR\n  plan --> report\n```\n';
    writeFileSync(join(workbench.folder, 'preview.md'), `# Preview\n\n${chart}`);
    await workbench.openFile('preview.md');
    await workbench.runCommand('Markdown: Open Preview');
    await workbench.webview().locator('h1', { hasText: 'Preview' }).waitFor();
    await workbench.webview().locator('svg').first().waitFor();
    await workbench.shot('preview');
  });

  // Near the end, because an editor that was never saved cannot be closed without a question.
  it('makes a report from the palette, with the preview beside it', async () => {
    await workbench.closeEditors();
    await workbench.openFile(EXAMPLE);
    await workbench.runCommand('Capacity Plan: Generate Report');
    await workbench.webview().locator('h1').first().waitFor();
    await workbench.webview().getByText('$21.9k/month').first().waitFor();
    await workbench.webview().locator('svg').first().waitFor();
    for (const theme of Object.keys(THEMES)) {
      await workbench.setTheme(theme);
      await workbench.shot(`report-${theme}`);
    }
  });

  it('leaves no error where the window closes while a report is computed', async () => {
    const { page } = workbench;
    await workbench.openFile(EXAMPLE);
    await workbench.runCommand('Capacity Plan: Generate Report');
    await page.reload();
    await page.locator('.monaco-workbench').waitFor();
    await workbench.openFile(EXAMPLE);
    await workbench.untilStatus('B misses strict · 125 nodes · $188/h');
    assert.deepEqual(workbench.loggedErrors(), []);
  });
});
