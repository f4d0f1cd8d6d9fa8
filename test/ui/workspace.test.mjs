// Tests what the packaged extension has for a whole workspace: the view of its plans, the walkthrough, and tasks.
import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_MS, until } from '../runner/until.mjs';
import { appears, openWorkbench } from './workbench.mjs';

const STEPS = ['Write a plan', 'Import or measure', 'Look at the figures', 'Decide', 'Check in CI'];

describe('the plans of a workspace', function () {
  this.timeout(TEST_MS);
  let workbench;
  let page;

  before(async () => {
    workbench = await openWorkbench();
    ({ page } = workbench);
  });

  after(() => workbench?.close());

  afterEach(function () {
    return workbench.shotIfFailed(this.currentTest);
  });

  const row = (name) => page.getByRole('treeitem', { name }).first();

  it('are in a view, with their worst scenario', async () => {
    await until('the view', async () => {
      await page.locator('.activitybar').getByLabel('Capacity Plans').first().click();
      return appears(row(/^ollama-1000-users: B misses strict · 125 nodes · \$188\/h/), 10_000);
    });
  });

  for (const theme of ['dark', 'light']) {
    it(`show their scenarios in the theme ${theme}`, async () => {
      await workbench.setTheme(theme);
      const scenario = row(/^V: meets strict, unverified · 20 nodes · \$30\/h/);
      await until('the scenarios', async () => {
        if (await appears(scenario, 2000)) return true;
        await row(/^ollama-1000-users: /)
          .locator('.monaco-tl-twistie')
          .click();
        return appears(scenario, 10_000);
      });
      await workbench.shot(`view-${theme}`);
    });
  }

  it('lead from a scenario to its line, and by an icon to the charts', async () => {
    await row(/^B: misses strict/).click();
    await page.locator('.statusbar-item', { hasText: 'Ln 37, Col 3' }).waitFor();
    const plan = row(/^ollama-1000-users: /);
    await plan.hover();
    await plan.getByLabel('Open Charts').click();
    await workbench.webview().getByText('Cost against latency').first().waitFor();
    await workbench.shot('view-charts');
    await workbench.closeEditors();
  });

  for (const theme of ['dark', 'light']) {
    it(`have a walkthrough with pictures of the theme ${theme}`, async () => {
      // Beside a narrow text VS Code shows no picture.
      await page.setViewportSize({ width: 1700, height: 900 });
      await workbench.setTheme(theme);
      await workbench.closeEditors();
      await workbench.runCommand('Welcome: Open Walkthrough...');
      await workbench.pick('First Steps with Capacity Plan');
      for (const [index, title] of STEPS.entries()) {
        const step = page.locator('.getting-started-step', { hasText: title }).first();
        await step.click();
        const picture = workbench.webview().locator('svg').first();
        await picture.waitFor();
        const colour = await picture
          .locator('rect')
          .first()
          .evaluate((rect) => globalThis.getComputedStyle(rect).fill);
        assert.match(colour, theme === 'dark' ? /rgb\((\d\d?), / : /rgb\(2\d\d, /);
        await workbench.shot(`walkthrough-${index + 1}-${theme}`);
      }
    });
  }

  it('are checked by a task, whose output VS Code understands', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await workbench.closeEditors();
    await workbench.runCommand('Tasks: Run Task');
    // Their labels have icons.
    const entry = (text) => page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    await entry('capacity-plan').first().click();
    await entry('check all plans').first().click();
    const terminal = page.locator('.terminal-wrapper').first();
    await terminal.waitFor();
    await page
      .getByLabel(/check all plans/)
      .first()
      .waitFor();
    await until('the summary of the check', async () =>
      (await page.locator('.xterm-rows').first().innerText()).includes('files'),
    );
    for (const theme of ['dark', 'light']) {
      await workbench.setTheme(theme);
      await workbench.shot(`task-${theme}`);
    }
  });

  it('give way to a word of welcome when there is none', async () => {
    await workbench.closeEditors();
    for (const name of readdirSync(workbench.folder, { recursive: true })) {
      if (/\.capacity\.ya?ml$/.test(name)) rmSync(join(workbench.folder, name));
    }
    const button = page.locator('.welcome-view').getByText('Import Benchmark');
    await button.first().waitFor();
    for (const theme of ['dark', 'light']) {
      await workbench.setTheme(theme);
      await workbench.shot(`view-welcome-${theme}`);
    }
  });
});
