// Measures the time from a keystroke to the painted charts panel, in a real VS Code in a real browser.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endVSCode, openWorkbench } from '../../test/ui/workbench.mjs';
import { planOfScenarios } from './plans.mjs';
import { median } from './timing.mjs';

const EXAMPLE = 'ollama-1000-users.capacity.yaml';
const LARGE = 'fifty-scenarios.capacity.yaml';
const EDITS = 50;
const MANY_EDITS = 1000;

export async function benchPanel() {
  console.log(
    `\nCharts panel: from keystroke to painted panel, packaged, in VS Code in a browser (medians of ${EDITS} edits)`,
  );
  for (const [name, what] of [
    [EXAMPLE, 'first example'],
    [LARGE, '50 scenarios'],
  ]) {
    const panel = await openPanel(name);
    try {
      const isExample = name === EXAMPLE;
      printTimes(`${what}, as it opens`, await panel.timesOf(EDITS), isExample);
      await panel.scrollToCharts();
      printTimes(`${what}, at its charts`, await panel.timesOf(EDITS), isExample);
      if (isExample) await printMemory(panel);
    } finally {
      await panel.close();
    }
  }
}

/** Prints times. The editor's own time is the machine's share: no panel is painted before the letter itself. */
function printTimes(what, times, hasGoal) {
  const of = (read) => times.map(read);
  const panel = of(({ panel }) => panel);
  const goal = hasGoal ? ': to stay below 100 ms' : '';
  console.log(`  ${what.padEnd(28)} ${ms(median(panel))}${goal}`);
  console.log(
    [
      `    slowest ${ms(Math.max(...panel))}`,
      `the letter in the editor ${ms(median(of(({ editor }) => editor)))}`,
      `all charts, in view or not ${ms(median(of(({ all }) => all)))}`,
    ].join('; '),
  );
}

/** Prints the page's memory after a garbage collection. The workbench and the panel in it share one heap. */
async function printMemory(panel) {
  await panel.timesOf(10);
  const few = await panel.heapUsed();
  await panel.type(MANY_EDITS);
  const many = await panel.heapUsed();
  console.log(
    `  heap of workbench and panel: ${mb(few)} after 10 edits, ${mb(many)} after ${MANY_EDITS} more`,
  );
}

async function openPanel(name) {
  const workbench = await openWorkbench({
    settings: { 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' } },
  });
  const { page, folder } = workbench;
  if (name === LARGE) writeFileSync(join(folder, LARGE), planOfScenarios(50));
  await workbench.openFile(name);
  await workbench.runCommand('Capacity Plan: Open Charts');
  const root = await workbench.webview().locator('#panel[data-version]').elementHandle();
  const frame = await root.ownerFrame();
  await toTheUsers(page, readFileSync(join(folder, name), 'utf8'));
  await page.evaluate(stampKeys);
  await frame.evaluate(stampPaints);

  /** Adds a digit to the end of the users, then removes it again. */
  async function edit(index) {
    const version = await frame.evaluate(() => globalThis.painted.version);
    await page.keyboard.press(index % 2 === 0 ? '5' : 'Backspace');
    await frame.waitForFunction((last) => globalThis.painted.version > last, version, {
      polling: 10,
    });
  }

  return {
    async timesOf(count) {
      const times = [];
      for (let index = 0; index < count; index++) {
        await edit(index);
        // Pauses as people do, so that a picture's later charts do not delay the next one.
        await page.waitForTimeout(150);
        await frame.waitForFunction(() => globalThis.painted.all !== undefined);
        const key = await page.evaluate(() => globalThis.key);
        const painted = await frame.evaluate(() => globalThis.painted);
        times.push({
          editor: key.painted - key.pressed,
          panel: painted.at - key.pressed,
          all: painted.all - key.pressed,
        });
      }
      return times;
    },
    async scrollToCharts() {
      await frame.evaluate(() => globalThis.document.querySelector('figure').scrollIntoView());
      await page.waitForTimeout(500);
    },
    async type(count) {
      for (let index = 0; index < count; index++) await edit(index);
      await page.waitForTimeout(1000);
    },
    heapUsed: () => heapUsed(page),
    async close() {
      await workbench.close();
      await endVSCode();
    },
  };
}

async function heapUsed(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

async function toTheUsers(page, text) {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => /^ +users: \d+/.test(each));
  const [written] = /^ +users: \d+/.exec(lines[line]);
  await page
    .locator('.editor-instance .view-line')
    .first()
    .click({ position: { x: 20, y: 8 } });
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${line + 1}:${written.length + 1}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

// One clock is enough: the workbench and the panel's page are in one browser.
function stampKeys() {
  const now = () => performance.timeOrigin + performance.now();
  const stamp = () => {
    const key = { pressed: now() };
    globalThis.key = key;
    globalThis.requestAnimationFrame(() => setTimeout(() => (key.painted = now())));
  };
  globalThis.addEventListener('keydown', stamp, true);
}

function stampPaints() {
  const now = () => performance.timeOrigin + performance.now();
  const root = globalThis.document.getElementById('panel');
  const isDone = () => root.querySelector('[aria-busy]') === null;
  const stampPicture = () => {
    globalThis.painted = { version: Number(root.dataset.version), at: now() };
  };
  const stampAll = () => {
    if (isDone()) globalThis.painted.all = now();
  };
  stampPicture();
  new globalThis.MutationObserver(stampPicture).observe(root, {
    attributeFilter: ['data-version'],
  });
  new globalThis.MutationObserver(stampAll).observe(root, {
    attributeFilter: ['aria-busy'],
    subtree: true,
  });
}

function ms(value) {
  return `${value.toFixed(1).padStart(6)} ms`;
}

function mb(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
