// Tests that the page speaks the language that it comes with, and that longer words have room.
import assert from 'node:assert/strict';
import { TEST_MS, focusOn, untilEqual } from '../runner/until.mjs';
import { SCENARIOS, message, picture, slowCharts } from './support/handmade.mjs';
import { startPanelHost } from './support/panelPage.mjs';

describe('the language of the panel', function () {
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

  /** Opens a page with all that it can say at once: a wrong value, a problem, an explanation, open tables. */
  async function openAll(options) {
    panel = await host.open(options);
    panel.answerWith(({ type, request }) => {
      if (type === 'tryChanges') return { type: 'whatIf', request, outcome: outcome() };
      if (type === 'explain') return { type: 'explanation', request, explanation: explanation() };
      return undefined;
    });
    const outOfDate = translated('Line 3 cannot be read.');
    await panel.send(message(inBrackets(picture(SCENARIOS, { outOfDate }))), {
      type: 'charts',
      version: 1,
      charts: inBrackets(slowCharts()),
    });
    await panel.page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
    await focusOn(panel.page.getByRole('slider').first());
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.locator('.outcome.tried').waitFor();
    await panel.page.locator('vscode-text-field').last().click();
    await panel.page.keyboard.type('1,5');
    await panel.page.keyboard.press('Enter');
    await panel.page.locator('.wrong:visible').waitFor();
    await panel.page.locator('tr[data-scenario=B] button.figure').last().click();
    await panel.page.locator('.explanation').waitFor();
    await panel.settled();
  }

  it('leaves nothing in English alone', async () => {
    await openAll({ language: 'pseudo' });
    const texts = await panel.page.evaluate(wordsOnPage);
    assert.ok(texts.length > 100, `${texts.length} texts`);
    assert.deepEqual(
      texts.filter((text) => hasBareWords(text)),
      [],
    );
  });

  it('is German in German', async () => {
    await openAll({ language: 'de' });
    await untilEqual('the headings', () => panel.page.locator('h2:visible').allInnerTexts(), [
      'Diagramme',
      'Was wäre, wenn',
      'Die Antwort',
      'Weitere Diagramme',
      'Szenarien',
      'Befunde',
    ]);
  });

  for (const width of [320, 760, 1600]) {
    it(`has room for longer words: ${width} px`, async () => {
      await openAll({ language: 'de', width });
      assert.deepEqual(await panel.page.evaluate(cutControls), []);
      const overflow = () =>
        panel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(await overflow(), 0);
    });
  }
});

/** Fields of messages that hold text for people, which is in the language of the page already. */
const TEXT_FIELDS = new Set([
  ...['changed', 'conclusion', 'detail', 'fileName', 'headline', 'label', 'message', 'nothing'],
  ...['notes', 'objectives', 'plan', 'says', 'tag', 'text', 'title', 'tried', 'words'],
]);

/** Puts the texts of a message into brackets, as if they were translated. */
function inBrackets(value, field = '') {
  if (typeof value === 'string') return TEXT_FIELDS.has(field) ? translated(value) : value;
  if (Array.isArray(value)) return value.map((each) => inBrackets(each, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, inBrackets(each, key)]),
  );
}

function translated(text) {
  return `⟦${text}⟧`;
}

function outcome() {
  const both = (plan, changed) => ({ plan, changed, differs: plan !== changed });
  const row = ({ name }) => ({
    scenario: name,
    nodes: both('500', '1'),
    cost: both('$750/h', '$1.50/h'),
    time: both('1.17 s', '1.2 s'),
    verdicts: [both(translated('misses'), translated('meets'))],
  });
  return {
    time: translated('Latency'),
    targets: ['strict'],
    changes: [{ kind: 'users', text: translated('Users 1,000 → 1') }],
    rows: SCENARIOS.map(row),
    charts: [],
    answers: [{ target: 'strict', plan: translated('before'), changed: translated('after') }],
    problem: undefined,
  };
}

function explanation() {
  return {
    heading: translated('B: 2.7 s'),
    lines: [[{ text: translated('line 27'), range: { start: 1, end: 2 } }]],
  };
}

/** Runs in the page. Returns what people read, and what is read to them. */
function wordsOnPage() {
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder']) {
        const value = element.getAttribute(name);
        if (value) found.push(value);
      }
      for (const node of element.childNodes) {
        if (node.nodeName === '#text' && element.closest('style, code') === null) {
          found.push(element.textContent.trim());
          break;
        }
      }
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document.getElementById('panel'));
  return [...new Set(found.filter((text) => text !== ''))];
}

/** Tells if words are outside of brackets, which may be within brackets. Names of the plan are in no language. */
function hasBareWords(text) {
  let rest = text;
  for (let last = ''; last !== rest;) {
    last = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  const names = [...SCENARIOS.flatMap(({ name, title }) => [title, name]), 'strict', 'relaxed'];
  for (const name of names) rest = rest.replaceAll(name, ' ');
  return /\p{L}{2}/u.test(rest.replace(/\brequests$/, ' '));
}

/** Runs in the page. Returns the buttons and labels that have less room than their words. */
function cutControls() {
  const controls = document.querySelectorAll('vscode-button, vscode-checkbox, label, summary, h2');
  return [...controls]
    .filter((each) => each.offsetParent !== null && !each.classList.contains('sr-only'))
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
    .map(({ textContent }) => textContent);
}
