// The charts panel of the packaged extension, used as a person would use it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../runner/host.mjs';
import { THEMES, openWorkbench } from './workbench.mjs';

const EXAMPLE = 'ollama-1000-users.capacity.yaml';
const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

describe('the charts panel in the workbench', function () {
  this.timeout(60_000);
  let workbench;
  let page;
  /** What the page's policy refused, and errors of its script. */
  const complaints = [];

  before(async function () {
    this.timeout(180_000);
    workbench = await openWorkbench({
      viewport: { width: 1280, height: 1000 },
      settings: { 'files.autoSave': 'off', 'editor.stickyScroll.enabled': false },
    });
    page = workbench.page;
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      const text = message.text();
      if (/Content Security Policy/.test(text)) complaints.push(text);
    });
    page.on('pageerror', (error) => complaints.push(String(error.stack)));
    await workbench.openFile(EXAMPLE);
  });

  after(() => workbench?.close());

  afterEach(async function () {
    if (this.currentTest.state === 'failed') {
      await workbench.shot(`failed-${this.currentTest.title.replaceAll(/\W+/g, '-')}`);
    }
  });

  const panel = () => workbench.webview().locator('#panel');
  const rowOf = (scenario) => panel().locator(`.scenarios tr[data-scenario="${scenario}"]`);
  const untilSelected = (scenario) =>
    panel().locator(`.scenarios tr[data-scenario="${scenario}"][aria-current="true"]`).waitFor();
  const outcomeOf = (scenario) => panel().locator(`.outcome tr[data-scenario="${scenario}"]`);
  const editorText = (text) =>
    page.locator('.editor-instance .view-line', { hasText: text }).first();

  /** Near its start: the line's middle may lie under something else. */
  const clickLine = (text) => editorText(text).click({ position: { x: 30, y: 8 } });

  /** The page inside the panel, once it shows its plan. */
  async function panelFrame() {
    await panel().locator('h1').first().waitFor();
    const handle = await panel().elementHandle();
    return handle.ownerFrame();
  }

  async function violationsIn(frame) {
    await frame.evaluate(AXE);
    return frame.evaluate(async () => {
      const { violations } = await globalThis.axe.run(globalThis.document, {
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
      );
    });
  }

  it('opens from the icon in the editor’s title, beside the plan', async () => {
    await page.locator('.editor-actions').getByRole('button', { name: 'Open Charts' }).click();
    await page.locator('.tab', { hasText: `Charts: ${EXAMPLE}` }).waitFor();
    await rowOf('B').getByText('125').first().waitFor();
    await panel().locator('canvas').first().waitFor();
  });

  it('shows what a change would do while it is only tried', async () => {
    await panel().getByRole('slider', { name: 'Users', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await panel().getByText('Not in the file', { exact: true }).waitFor();
    const users = panel().getByRole('textbox', { name: 'Users, exact value' });
    await users.fill('2000');
    await users.press('Enter');
    await outcomeOf('B').getByText('250').first().waitFor();
    await editorText('users: 1000').waitFor();
    await workbench.shot('charts-what-if');
  });

  it('writes the change into the plan, and findings and status follow', async () => {
    await panel().getByRole('button', { name: 'Apply to plan' }).click();
    await editorText('users: 2000').waitFor();
    await rowOf('B').getByText('250').first().waitFor();
    await outcomeOf('B').waitFor({ state: 'hidden' });
    // The status is the active editor's.
    await clickLine('users: 2000');
    await page.locator('[id="status.languageStatus"]').hover();
    await page.getByText('B misses strict · 250 nodes · $375.00/h').first().waitFor();
    const hover = await workbench.hoverAt(37, 3);
    await hover.getByText('250 nodes').first().waitFor();
    await hover.getByRole('link', { name: 'Open Charts' }).waitFor();
    await page.locator('.squiggly-error').first().waitFor({ state: 'attached' });
    const onDisk = readFileSync(join(workbench.folder, EXAMPLE), 'utf8');
    assert.match(onDisk, /users: 1000 /, 'the file is people’s to save');
  });

  it('lets one undo take it back', async () => {
    await page.mouse.move(150, 500);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Home');
    await editorText('users: 1000').waitFor();
    await rowOf('B').getByText('125').first().waitFor();
  });

  it('marks the picture as out of date while the plan is broken', async () => {
    await clickLine('version: 1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('- x');
    await panel().locator('.banner').waitFor();
    for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace');
    await panel().locator('.banner').waitFor({ state: 'hidden' });
  });

  it('selects in the panel what the cursor is in, and moves the cursor to what is selected', async () => {
    await clickLine('Current config');
    await untilSelected('B');
    await rowOf('C').locator('button.select').click();
    await page.locator('.editor-instance .active-line-number', { hasText: '38' }).waitFor();
    await untilSelected('C');
  });

  it('is there again after the window is reloaded', async () => {
    // In a browser VS Code writes down what it keeps every few seconds.
    await page.waitForTimeout(6_000);
    await page.reload();
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await page.locator('.tab', { hasText: `Charts: ${EXAMPLE}` }).waitFor();
    await rowOf('B').getByText('125').first().waitFor();
    await untilSelected('C');
    await editorText('version: 1').waitFor();
  });

  for (const theme of Object.keys(THEMES)) {
    it(`has no fault that axe finds in the theme ${theme}, wide or narrow`, async () => {
      await workbench.setTheme(theme);
      for (const [name, width, height] of [
        ['beside', 1280, 1000],
        ['narrow', 1040, 3200],
        ['wide', 2400, 2000],
      ]) {
        await page.setViewportSize({ width, height });
        const frame = await panelFrame();
        await frame.waitForFunction(() => globalThis.document.querySelector('canvas'));
        await workbench.shot(`charts-${name}-${theme}`);
        assert.deepEqual(await violationsIn(frame), []);
      }
    });
  }

  it('nothing was refused by its policy, and nothing was thrown', () => {
    assert.deepEqual(complaints, []);
  });
});
