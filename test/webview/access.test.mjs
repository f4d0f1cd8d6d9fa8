// Tests access for everyone: with the keyboard alone, in every theme, at every width. Takes pictures to look at.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../runner/host.mjs';
import { takeShot } from '../runner/shots.mjs';
import { TEST_MS, focusOn, untilEqual } from '../runner/until.mjs';
import { answersFor, messagesFor } from './support/core.mjs';
import { manyScenarios, message, picture, slowCharts } from './support/handmade.mjs';
import { startPanelHost } from './support/panelPage.mjs';
import { THEMES } from './themes.mjs';

/** Dark theme's focusBorder, as the browser writes it. */
const FOCUS = 'rgb(0, 120, 212)';
const EXAMPLE = readFileSync(join(ROOT, 'examples/ollama-1000-users.capacity.yaml'), 'utf8');

describe('the panel for everyone', function () {
  this.timeout(TEST_MS);
  let host;
  let panel;

  before(async () => {
    host = await startPanelHost();
  });
  afterEach(function () {
    return panel.end(this.currentTest);
  });
  after(() => host?.close());

  /** Opens the first example with everything open: a change that is tried, an explanation, a table. */
  async function openExample(options) {
    panel = await host.open(options);
    panel.answerWith(answersFor(EXAMPLE));
    await panel.send(...messagesFor(EXAMPLE, { scenario: 'B' }));
    await focusOn(panel.page.getByRole('slider', { name: 'Users' }));
    for (let i = 0; i < 30; i++) await panel.page.keyboard.press('ArrowRight');
    await panel.page.locator('.outcome.tried').waitFor();
    await panel.page.locator('figure summary').first().click();
    await panel.page.locator('tr[data-scenario=B] button.figure').last().click();
    await panel.page.locator('.explanation').waitFor();
    await panel.settled();
  }
  const overflow = () =>
    panel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  // A width has the same effect in every theme. Each theme is drawn at one width, and one theme at each width.
  // ALL_SHOTS=1 draws all.
  const ALL_WIDTHS = [320, 400, 760, 1600];
  for (const theme of Object.keys(THEMES)) {
    for (const width of theme === 'dark' || process.env.ALL_SHOTS ? ALL_WIDTHS : [760]) {
      it(`is in order for the accessibility engine: ${theme}, ${width} px`, async () => {
        await openExample({ theme, width });
        assert.deepEqual(await panel.axe(), []);
        assert.equal(await overflow(), 0);
        await panel.page.evaluate(() => scrollTo(0, 0));
        await takeShot(panel.page, `panel-${theme}-${width}`, { fullPage: true });
      });
    }
  }

  it('is in order where it is out of date, or a control says what is wrong', async () => {
    for (const theme of ['light', 'dark']) {
      if (theme === 'dark') await panel.close();
      panel = await host.open({ theme });
      await panel.send(message(picture(undefined, { outOfDate: 'Line 3 cannot be read.' })));
      await panel.page.locator('vscode-text-field').first().click();
      await panel.page.keyboard.type('x');
      await panel.page.keyboard.press('Enter');
      await panel.page.locator('.wrong:visible').waitFor();
      await panel.settled();
      assert.deepEqual(await panel.axe(), []);
    }
  });

  it('is in order where there is nothing to show, and with fifty scenarios of long names', async () => {
    const empty = { answers: [], whatIf: [], findings: [], nothing: 'Write `version: 1` first.' };
    panel = await host.open({ width: 320 });
    await panel.send(message(picture([], empty)));
    assert.deepEqual(await panel.axe(), []);
    const many = manyScenarios(50);
    await panel.send(
      message(picture(many, { pending: true, title: 'Long'.repeat(60) }), { version: 2 }),
      { type: 'charts', version: 2, charts: slowCharts(many) },
    );
    assert.deepEqual(await panel.axe(), []);
    assert.equal(await overflow(), 0);
  });

  it('reaches everything with the keyboard, and shows where it is', async () => {
    await openExample({});
    const expected = await panel.page.evaluate(() => {
      const all =
        'button, summary, input, vscode-button, vscode-text-field, vscode-checkbox, vscode-dropdown, [tabindex="0"]';
      return [...document.querySelectorAll(all)].filter(
        (each) => each.checkVisibility() && !each.disabled && each.tabIndex >= 0,
      ).length;
    });
    const { count, unmarked } = await walk(expected);
    assert.ok(count >= expected, `${count} of ${expected}`);
    assert.deepEqual(unmarked, []);
  });

  /** Tabs once around the page. Returns the number of stops, and those without a visible focus. */
  async function walk(limit) {
    const stops = new Set();
    const unmarked = [];
    for (let i = 0; i < limit + 5; i++) {
      await panel.page.keyboard.press('Tab');
      const stop = await panel.page.evaluate((focus) => {
        const element = document.activeElement;
        if (element === document.body) return undefined;
        element.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
        const within = element.shadowRoot?.querySelectorAll('.root, .control') ?? [];
        const looks = [element, ...within].map((each) => getComputedStyle(each));
        const isMarked = looks.some(
          ({ outlineStyle, outlineWidth, borderColor }) =>
            (outlineStyle !== 'none' && outlineWidth !== '0px') || borderColor === focus,
        );
        return { id: element.dataset.stop, name: element.outerHTML.slice(0, 80), isMarked };
      }, FOCUS);
      if (stop === undefined) continue;
      stops.add(stop.id);
      if (!stop.isMarked) unmarked.push(stop.name);
    }
    return { count: stops.size, unmarked };
  }

  it('operates with the keyboard: tries, applies, sorts, explains, opens a table', async () => {
    panel = await host.open();
    panel.answerWith(answersFor(EXAMPLE));
    await panel.send(...messagesFor(EXAMPLE));
    const { page } = panel;
    await page.getByRole('slider', { name: 'Users' }).press('PageUp');
    await page.locator('.outcome.tried').waitFor();
    await pressOn(page.locator('vscode-button', { hasText: 'Apply to plan' }), 'Enter');
    await panel.untilPosted('applyChanges');
    await pressOn(page.locator('figure vscode-checkbox').first(), 'Space');
    await pressOn(page.locator('figure summary').first(), 'Enter');
    const details = page.locator('figure details').first();
    await untilEqual('the table to open', () => details.evaluate(({ open }) => open), true);
    await pressOn(page.locator('.scenarios thead button').nth(2), 'Enter');
    await untilEqual('a sorted column', () => page.locator('.scenarios th[aria-sort]').count(), 1);
    await pressOn(page.locator('.scenarios button.select').first(), 'Enter');
    await panel.untilPosted('select');
    await pressOn(page.locator('.scenarios button.figure').first(), 'Enter');
    await page.locator('.explanation').waitFor();
    await pressOn(page.locator('.explanation button.link').first(), 'Enter');
    await pressOn(page.locator('.findings button').first(), 'Enter');
    await panel.untilPosted('reveal', 2);
    await panel.settled();
    for (const [type, count] of [
      ['applyChanges', 1],
      ['select', 1],
      ['reveal', 2],
    ]) {
      assert.equal((await panel.posted(type)).length, count, type);
    }
  });

  async function pressOn(locator, key) {
    await focusOn(locator);
    await panel.page.keyboard.press(key);
  }
});
