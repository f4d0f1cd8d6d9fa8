// Writes the plan of the first example from an empty file with completion alone: only numbers and names are typed, and
// the rest is Enter, Tab and the arrow keys. The plan has the assessment of the example.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../runner/host.mjs';
import { TEST_MS, until } from '../runner/until.mjs';
import { THEMES, appears, openWorkbench } from './workbench.mjs';

const EXAMPLE = join(ROOT, 'examples', 'ollama-1000-users.capacity.yaml');
const NAME = 'written.capacity.yaml';

/** What a person does: types a number or name, presses a key, or takes an entry of the list. */
const number = (text) => ({ typed: String(text) });
const name = number;
const press = (key, times = 1) => ({ key, times });
const take = (label) => ({ label });
/** Fills a tab stop, and goes on to the next. */
const fill = (text) => [number(text), press('Tab')];
/** Leaves a tab stop as it is. */
const keep = press('Tab');
/** Begins a line, so many steps further out than the editor would. */
const line = (out = 0) => [press('Enter'), press('Shift+Tab', out)];

const observation = (source, parallel, latency) => [
  take('observation with latency'),
  take(source),
  ...fill(parallel),
  ...fill(latency),
];
const scenario = (label, scenarioName, engine, parallel) => [
  take(label),
  ...fill(scenarioName),
  take(engine),
  ...fill(parallel),
];

const STEPS = [
  take('version'),
  ...[number(1), ...line()],
  take('title'),
  ...[name('1000 Users @ <1s (Ollama)'), ...line()],
  take('workload'),
  ...[...line(), take('users'), number(1000), ...line(1)],
  take('targets with latency'),
  ...[...fill('strict'), ...fill(1), ...line()],
  take('target with latency'),
  ...[...fill('relaxed'), ...fill(3), ...line(1)],
  take('nodes with price'),
  ...[...fill('l4'), keep, ...fill('1.50'), ...line(2)],
  take('engines with benchmark'),
  ...[...fill('ollama'), keep, take('ollama'), take('measured'), ...fill('50-user benchmark')],
  ...[...fill(10), ...fill(8), ...fill(50), ...fill('2.7'), ...fill(18), keep, ...line(1)],
  ...[...observation('estimate', 1, '1.0'), ...line()],
  ...[...observation('guess', 4, '1.5'), ...line(1)],
  ...[take('latencyFollows'), take('parallel'), ...line(1)],
  take('engine with estimate'),
  ...[
    ...fill('vllm'),
    keep,
    take('vllm'),
    take('reported'),
    ...fill(50),
    ...fill('<1'),
    ...line(4),
  ],
  ...[...scenario('scenarios with slots', 'A', 'ollama', 2), ...line()],
  ...[...scenario('scenario with slots', 'B', 'ollama', 8), ...line()],
  ...[...scenario('scenario with slots', 'C', 'ollama', 4), ...line()],
  ...scenario('scenario with slots', 'V', 'vllm', 50),
];

/** Milliseconds of a key. */
const KEY_MS = 40;

describe('a plan written with completion alone', function () {
  this.timeout(TEST_MS);
  let workbench;
  let page;

  before(async () => {
    workbench = await openWorkbench({
      settings: { 'editor.stickyScroll.enabled': false },
      viewport: { width: 1280, height: 960 },
      files: { [NAME]: '' },
    });
    page = workbench.page;
  });

  after(() => workbench?.close());

  afterEach(function () {
    return workbench.shotIfFailed(this.currentTest);
  });

  const rows = () => page.locator('.suggest-widget.visible .monaco-list-row');
  const focused = () =>
    page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name');

  /** Goes down the list to an entry, and takes it. Asks for the list where a busy VS Code does not open it. */
  async function takeEntry(label) {
    await until(`${label} in the list`, async () => {
      if (!(await appears(rows().first(), 3000))) {
        await page.keyboard.press('Control+Space');
        return false;
      }
      const seen = new Set();
      for (;;) {
        const at = await focused().textContent({ timeout: 3000 });
        if (at === label) return true;
        if (seen.has(at)) break;
        seen.add(at);
        await page.keyboard.press('ArrowDown');
        await until('the next entry', async () => (await focused().textContent()) !== at, 3000);
      }
      await page.keyboard.press('Escape');
      return false;
    });
    await page.keyboard.press('Enter');
  }

  async function act({ typed, key, times, label }) {
    if (typed !== undefined) return page.keyboard.type(typed, { delay: KEY_MS });
    if (label !== undefined) return takeEntry(label);
    for (let time = 0; time < times; time++) await page.keyboard.press(key, { delay: KEY_MS });
  }

  it('from an empty file', async () => {
    await workbench.openFile(NAME);
    for (const [index, step] of STEPS.entries()) {
      await act(step);
      if (process.env.EACH) await workbench.shot(`write-${String(index).padStart(3, '0')}`);
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+S');
    await workbench.shot('written-plan');
    await until('the written plan', () => onDisk().includes('V: { engine: vllm, parallel: 50 }'));
  });

  it('has the assessment of the first example', () => {
    assert.equal(assessed(join(workbench.folder, NAME)), assessed(EXAMPLE));
  });

  it('a click with Ctrl on a part of a hint leads to what it follows from', async () => {
    const limit = page.locator('.view-line span', { hasText: /^✗.2\.7.s/ }).last();
    await limit.waitFor();
    const places = page.locator('.statusbar-item', { hasText: /Ln 6, Col/ });
    await until('the cursor at the limit', async () => {
      await page.mouse.move(150, 500);
      const { x, y, width, height } = await limit.boundingBox();
      await page.keyboard.down('Control');
      await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
      await page.mouse.click(x + width / 2, y + height / 2);
      await page.keyboard.up('Control');
      return appears(places.first(), 5000);
    });
  });

  for (const theme of Object.keys(THEMES)) {
    it(`blocks, colours and hints in the theme ${theme}`, async () => {
      await workbench.setTheme(theme);
      await workbench.shot(`written-plan-${theme}`);
      await page.keyboard.press('Control+End');
      for (const { key, times } of line()) {
        for (let time = 0; time < times; time++) await page.keyboard.press(key);
      }
      await until('the list', async () => {
        await page.keyboard.press('Control+Space');
        return appears(rows().filter({ hasText: 'scenario with slots' }).first(), 5000);
      });
      await workbench.shot(`blocks-${theme}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Z');
    });
  }

  it('an empty plan is offered a starter, and Tab leads through it', async () => {
    writeFileSync(join(workbench.folder, 'empty.capacity.yaml'), '');
    await workbench.openFile('empty.capacity.yaml');
    const fix = page.getByText('Write a starter plan', { exact: true }).first();
    await until('the fix', async () => {
      await page.keyboard.press('Control+.');
      if (await appears(fix, 5000)) return true;
      await page.keyboard.press('Escape');
      return false;
    });
    await workbench.shot('empty-plan');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'EVERY NUMBER' }).first().waitFor();
    for (const text of ['Chat EU', '500']) {
      await page.keyboard.type(text, { delay: KEY_MS });
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Control+S');
    await until('the values', () => {
      const text = readFileSync(join(workbench.folder, 'empty.capacity.yaml'), 'utf8');
      return text.includes('title: Chat EU') && text.includes('users: 500');
    });
    await workbench.shot('starter-plan');
  });

  const onDisk = () => readFileSync(join(workbench.folder, NAME), 'utf8');
});

/** What `size` prints of a plan: figures, verdicts and what to measure. */
function assessed(file) {
  return execFileSync(process.execPath, [join(ROOT, 'dist', 'cli.js'), 'size', file], {
    encoding: 'utf8',
  });
}
