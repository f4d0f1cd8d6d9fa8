// Tests the charts panel of the packaged extension as a person uses it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFaults } from '../runner/axe.mjs';
import { TEST_MS, focusOn, hasFocus, until, untilEqual } from '../runner/until.mjs';
import { THEMES, openWorkbench } from './workbench.mjs';

const EXAMPLE = 'ollama-1000-users.capacity.yaml';

describe('the charts panel in the workbench', function () {
  this.timeout(TEST_MS);
  let workbench;
  let page;
  /** Refusals of the page's policy, and errors of its script. */
  const complaints = [];

  before(async () => {
    workbench = await openWorkbench({
      viewport: { width: 1280, height: 1000 },
      settings: { 'files.autoSave': 'off', 'editor.stickyScroll.enabled': false },
    });
    page = workbench.page;
    page.on('console', (message) => {
      const text = message.text();
      if (/Content Security Policy/.test(text)) complaints.push(text);
    });
    page.on('pageerror', (error) => complaints.push(String(error.stack)));
    await workbench.openFile(EXAMPLE);
  });

  after(() => workbench?.close());

  afterEach(function () {
    return workbench.shotIfFailed(this.currentTest);
  });

  const panel = () => workbench.webview().locator('#panel');
  const rowOf = (scenario) => panel().locator(`.scenarios tr[data-scenario="${scenario}"]`);
  const untilSelected = (scenario) =>
    panel().locator(`.scenarios tr[data-scenario="${scenario}"][aria-current="true"]`).waitFor();
  const outcomeOf = (scenario) => panel().locator(`.outcome tr[data-scenario="${scenario}"]`);
  const editorText = (text) =>
    page.locator('.editor-instance .view-line', { hasText: text }).first();

  /** Clicks near the line's start, since its middle may lie under something else. */
  const clickLine = (text) => editorText(text).click({ position: { x: 30, y: 8 } });

  /** Returns the page inside the panel, once it shows its plan. */
  async function panelFrame() {
    await panel().locator('h1').first().waitFor();
    const handle = await panel().elementHandle();
    return handle.ownerFrame();
  }

  /**
   * Drags with the mouse past the value, as a person does, then goes back by keys. A page that answers late moves what is
   * below what it shows first, and the hand would take hold of another slider.
   */
  async function dragTo(slider, value) {
    const number = (text) => Number(text.replace(/\D/g, ''));
    const says = () => slider.getAttribute('aria-valuetext');
    await until('a hold of the slider', () => takeHold(slider));
    const { x, y, width, height } = await slider.boundingBox();
    for (let at = x + width / 2; at < x + width; at += 4) {
      await page.mouse.move(at, y + height / 2);
      if (number(await says()) >= number(value)) break;
    }
    await page.mouse.up();
    await focusOn(slider);
    for (let now = await says(); now !== value; now = await says()) {
      await page.keyboard.press(number(now) > number(value) ? 'ArrowLeft' : 'ArrowRight');
      await until('the slider to move', async () => (await says()) !== now);
    }
  }

  /** Presses the mouse on the slider's handle. Returns false if it went elsewhere, and takes that back. */
  async function takeHold(slider) {
    const { width, height } = await slider.boundingBox();
    const share = Number(await slider.inputValue()) / Number(await slider.getAttribute('max'));
    await slider.hover({ position: { x: 8 + (width - 16) * share, y: height / 2 } });
    await page.mouse.down();
    if (await hasFocus(slider)) return true;
    await page.mouse.up();
    const reset = panel().getByRole('button', { name: 'Reset to the plan' });
    if (await reset.isEnabled()) await reset.click();
    return false;
  }

  it('opens from the icon in the editor’s title, beside the plan', async () => {
    await page.locator('.editor-actions').getByRole('button', { name: 'Open Charts' }).click();
    await page.locator('.tab', { hasText: `Charts: ${EXAMPLE}` }).waitFor();
    await rowOf('B').getByText('125').first().waitFor();
    await panel().locator('canvas').first().waitFor();
  });

  it('shows what a change would do while it is only tried', async () => {
    await dragTo(panel().getByRole('slider', { name: 'Users', exact: true }), '2,000 users');
    await panel().getByText('Not in the file', { exact: true }).waitFor();
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
    await workbench.untilStatus('B misses strict · 250 nodes · $375/h');
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
    await workbench.undo();
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

  it('saves a chart as PNG and as SVG, and the table, beside the plan', async () => {
    const figure = panel().locator('figure[data-chart="trade-off"]');
    const stem = EXAMPLE.replace('.capacity.yaml', '');
    await save('trade-off.png', () => figure.getByRole('button', { name: 'Save PNG' }).click());
    await save('trade-off.svg', () => figure.getByRole('button', { name: 'Save SVG' }).click());
    await save('scenarios.csv', () =>
      panel().locator('.scenarios').getByRole('button', { name: 'Save CSV' }).click(),
    );
    const saved = (name) => readFileSync(join(workbench.folder, `${stem}-${name}`));
    const png = saved('trade-off.png');
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')]);
    assert.ok(png.length > 5_000, 'something is drawn');
    assert.match(String(saved('trade-off.svg')), /^<svg[^>]*>[\s\S]*<\/svg>\s*$/);
    assert.match(String(saved('scenarios.csv')), /^Scenario,.*\r\n[\s\S]*B: Current config,.*125/);
  });

  /** Saves under the name that VS Code's dialog suggests. */
  async function save(what, ask) {
    await ask();
    await workbench.untilDialog(`-${what}`);
    await workbench.confirmDialog();
    // Each save has its own notice, since the last one is still there.
    await panel()
      .getByText(`Saved ${EXAMPLE.replace('.capacity.yaml', '')}-${what}.`)
      .waitFor();
  }

  it('selects in the panel what the cursor is in, and moves the cursor to what is selected', async () => {
    await clickLine('Current config');
    await untilSelected('B');
    await rowOf('C').locator('button.select').click();
    await page.locator('.editor-instance .active-line-number', { hasText: '38' }).waitFor();
    await untilSelected('C');
  });

  it('is there again after the window is reloaded', async () => {
    await untilKept(/"scenario\\*":\\*"C/);
    await page.reload();
    await page.locator('.monaco-workbench').waitFor();
    await page.locator('.tab', { hasText: `Charts: ${EXAMPLE}` }).waitFor();
    await rowOf('B').getByText('125').first().waitFor();
    await untilSelected('C');
    await editorText('version: 1').waitFor();
  });

  /** In a browser VS Code writes down what it keeps every few seconds. */
  async function untilKept(words) {
    await until(`VS Code to keep ${words}`, async () =>
      words.test((await page.evaluate(keptText)).join('\n')),
    );
  }

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
        await frame.waitForFunction(
          (kind) =>
            globalThis.document.body.dataset.vscodeThemeKind === kind &&
            globalThis.document.querySelector('canvas'),
          THEMES[theme].kind,
        );
        await workbench.shot(`charts-${name}-${theme}`);
        await untilEqual('no fault that axe finds', () => axeFaults(frame), []);
      }
    });
  }

  it('nothing was refused by its policy, and nothing was thrown', () => {
    assert.deepEqual(complaints, []);
  });
});

/** Runs in the workbench: what VS Code has kept in its databases, as text. */
async function keptText() {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const texts = [];
  for (const { name } of await globalThis.indexedDB.databases()) {
    const database = await done(globalThis.indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store).getAll();
      texts.push(JSON.stringify(await done(all)));
    }
    database.close();
  }
  return texts;
}
