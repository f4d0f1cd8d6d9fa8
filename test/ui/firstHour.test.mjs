// Drives the first hour of a new user, who types fast, with Enter and Tab, and waits for no popup. Takes a picture of
// each step, with LONG=1 in two themes.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_MS, until, untilEqual } from '../runner/until.mjs';
import { THEMES, appears, isLong, openWorkbench } from './workbench.mjs';

/** Keys that write a plan: words are typed, the others are pressed. */
const TYPED = [
  ...['version: 1', 'Enter', 'workload:', 'Enter', 'users: 1000', 'Enter', 'thinkTime: 10s'],
  ...['Enter', 'Shift+Tab', 'targets:', 'Enter', 'fast: { latency: <2s }'],
  ...['Enter', 'Shift+Tab', 'nodes:', 'Enter', 'h100:', 'Enter', 'gpu: H100', 'Enter'],
  ...['price: 3 USD/h', 'Enter', 'Shift+Tab', 'Shift+Tab', 'engines:', 'Enter', 'vllm:', 'Enter'],
  ...['type: vllm', 'Enter', 'node: h100', 'Enter', 'observations:', 'Enter'],
  ...['- source: measured', 'Enter', 'parallel: 8', 'Enter', 'users: 8', 'Enter', 'latency: 1s'],
  ...['Enter', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'scenarios:', 'Enter'],
  ...['A: { engine: vllm, parallel: 8 }', 'Enter'],
];
/** Milliseconds of a key: no person types faster. */
const KEY_MS = 40;
const KEYS = new Set(['Enter', 'Shift+Tab']);

const WRITTEN = `version: 1
workload:
  users: 1000
  thinkTime: 10s
targets:
  fast: { latency: <2s }
nodes:
  h100:
    gpu: H100
    price: 3 USD/h
engines:
  vllm:
    type: vllm
    node: h100
    observations:
      - source: measured
        parallel: 8
        users: 8
        latency: 1s
scenarios:
  A: { engine: vllm, parallel: 8 }
  `;

for (const theme of isLong ? ['dark', 'light'] : ['dark']) {
  describe(`the first hour, in the theme ${theme}`, function () {
    this.timeout(TEST_MS);
    let workbench;
    let page;

    before(async () => {
      workbench = await openWorkbench({
        settings: {
          'workbench.colorTheme': `Default ${THEMES[theme].label}`,
          'editor.stickyScroll.enabled': false,
        },
      });
      page = workbench.page;
      await page.locator(`.monaco-workbench.${THEMES[theme].base}`).waitFor();
    });

    after(() => workbench?.close());

    afterEach(function () {
      return workbench.shotIfFailed(this.currentTest);
    });

    const shot = (step) => workbench.shot(`first-hour-${step}-${theme}`);
    const onDisk = (name) => readFileSync(join(workbench.folder, name), 'utf8');
    const tab = (name) => page.locator('.tab', { hasText: name });
    const editorText = (text) =>
      page.locator('.editor-instance .view-line', { hasText: text }).first();
    const panel = () => workbench.webview().locator('#panel');

    async function type(words) {
      for (const word of words) {
        if (KEYS.has(word)) await page.keyboard.press(word, { delay: KEY_MS });
        else await page.keyboard.type(word, { delay: KEY_MS });
      }
    }

    /** Waits for an entry of the popup, and asks for the popup where a busy VS Code did not open it. */
    const suggested = (label) =>
      until(`${label} in the popup`, async () => {
        const entry = page.locator('.suggest-widget.visible').getByText(label, { exact: true });
        if (await appears(entry.first(), 5000)) return true;
        await page.keyboard.press('Control+Space');
        return false;
      });

    it('New Plan asks for a name and a template, and writes the file into the folder', async () => {
      await workbench.runCommand('Capacity Plan: New Plan');
      const input = page.locator('.quick-input-widget input').first();
      await untilEqual('a proposed name', () => input.inputValue(), 'my-service');
      await input.fill('ollama-1000-users');
      await page.getByText('ollama-1000-users.capacity.yaml exists.').waitFor();
      await shot('1-name-taken');
      await input.fill('chat');
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-list').getByText('Ollama slots').first().waitFor();
      await shot('1-templates');
      await page.keyboard.press('Enter');
      await tab('chat.capacity.yaml').waitFor();
      await until('the file', () => existsSync(join(workbench.folder, 'chat.capacity.yaml')));
      await page.getByText('Ln 6, Col 12 (4 selected)').waitFor();
      await shot('2-new-plan');
    });

    it('Tab leads through the values to change, and Save keeps them', async () => {
      for (const value of ['Chat EU', '500', '20s', '<2s']) {
        await page.keyboard.type(value);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Control+S');
      const lines = ['title: Chat EU', 'users: 500', 'thinkTime: 20s', 'latency: <2s'];
      // the editor may also save by itself, in the middle of it
      await until('the saved values', () => {
        const text = onDisk('chat.capacity.yaml');
        return lines.every((line) => text.includes(line));
      });
      await shot('3-filled-in');
    });

    it('a plan typed with Enter and Tab is the plan that was meant', async () => {
      writeFileSync(join(workbench.folder, 'typed.capacity.yaml'), '');
      await workbench.openFile('typed.capacity.yaml');
      await type(TYPED);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+S');
      await untilEqual('the typed plan', () => onDisk('typed.capacity.yaml'), WRITTEN);
      await shot('4-typed');
    });

    it('completion offers keys and names, and Tab takes them', async () => {
      await page.keyboard.type('B: { en');
      await suggested('engine');
      await shot('5-completion');
      await page.keyboard.press('Tab');
      await page.keyboard.type('vl');
      await suggested('vllm');
      await page.keyboard.press('Tab');
      await page.keyboard.type(', parallel: 4 }');
      await page.keyboard.press('Control+S');
      await untilEqual(
        'the completed line',
        () => onDisk('typed.capacity.yaml').trimEnd().split('\n').at(-1),
        '  B: { engine: vllm, parallel: 4 }',
      );
    });

    it('the hover shows the verdict before the figures, with the formulas folded', async () => {
      const hover = await workbench.hoverAt(21, 3);
      await hover
        .getByText(/meets|misses/)
        .first()
        .waitFor();
      assert.equal(await hover.getByText('125 nodes = ').count(), 0);
      const formulas = hover.locator('details');
      assert.equal(await formulas.evaluate((element) => element.open), false);
      await shot('6-hover');
      await hover.getByText('Formulas').click();
      await until('the formulas', () => formulas.evaluate((element) => element.open));
      await shot('7-hover-formulas');
    });

    it('the hint behind a scenario shows the same card', async () => {
      await page.mouse.move(150, 500);
      await page.keyboard.press('Escape');
      const hint = editorText('A: {').locator('span', { hasText: '✓?' }).last();
      const card = page.locator('.monaco-hover:not(.hidden)', { hasText: 'Formulas' }).first();
      await until('the card on the hint', async () => {
        await page.mouse.move(150, 500);
        const { x, y, width, height } = await hint.boundingBox();
        await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
        return card.waitFor({ timeout: 5000 }).then(() => true);
      });
      await shot('8-hint');
      await page.mouse.move(150, 500);
      await page.keyboard.press('Escape');
    });

    it('a report opens beside the plan, and leaves no tab that asks to be saved', async () => {
      await workbench.runCommand('Capacity Plan: Generate Report');
      await workbench.webview().locator('h1').first().waitFor();
      await tab('typed.report.md').first().waitFor();
      await shot('9-report');
      await workbench.closeEditors();
      await untilEqual('no tab', () => page.locator('.tab').count(), 0);
      assert.equal(await page.locator('.monaco-dialog-box').count(), 0);
    });

    it('charts open beside the plan, and a change is tried and applied', async () => {
      await workbench.openFile('typed.capacity.yaml');
      await page.locator('.editor-actions').getByRole('button', { name: 'Open Charts' }).click();
      await panel().locator('canvas').first().waitFor();
      await shot('10-charts');
      const users = panel().getByRole('textbox', { name: 'Users' }).first();
      await users.fill('2000');
      await users.press('Enter');
      await panel().getByText('Not in the file', { exact: true }).waitFor();
      await shot('11-what-if');
      await panel().getByRole('button', { name: 'Apply to plan' }).click();
      await editorText('users: 2000').waitFor();
      await shot('12-applied');
    });

    it('a YAML file that holds a plan gets an offer to be named as one', async () => {
      writeFileSync(join(workbench.folder, 'other.yaml'), WRITTEN);
      await workbench.openFile('other.yaml');
      // VS Code shows no toasts to tests, so the offer is read behind the bell.
      const rename = page.getByRole('button', { name: 'Rename to other.capacity.yaml' });
      await workbench.runCommand('Notifications: Show Notifications');
      await rename.waitFor();
      await shot('13-offer');
      await rename.click();
      await tab('other.capacity.yaml').waitFor();
      await page.locator('.statusbar-item', { hasText: 'Capacity Plan' }).first().waitFor();
    });
  });
}
