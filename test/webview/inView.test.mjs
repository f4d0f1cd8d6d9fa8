// Tests that parts in view update first, and everything else right after.
import assert from 'node:assert/strict';
import { TEST_MS, until, untilEqual } from '../runner/until.mjs';
import { SCENARIOS, message, picture } from './support/handmade.mjs';
import { startPanelHost } from './support/panelPage.mjs';

describe('what is in view', function () {
  this.timeout(TEST_MS);
  let host;
  let panel;

  before(async () => {
    host = await startPanelHost();
  });
  beforeEach(async () => {
    panel = await host.open({ width: 700, height: 500 });
  });
  afterEach(function () {
    return panel.end(this.currentTest);
  });
  after(() => host?.close());

  const text = (selector) => panel.page.locator(selector).first().innerText();

  it('says to the extension which picture is on the screen, and nothing of a late one', async () => {
    await panel.send(message(picture(), { version: 5 }), message(picture(), { version: 4 }));
    await panel.untilSent({ type: 'painted', version: 5 });
  });

  /** Returns the shown state at the moment when the page says that it is painted. */
  const whenPainted = async (next) => {
    await panel.page.evaluate(() => {
      globalThis.atPaint = undefined;
      const root = document.getElementById('panel');
      const textOf = (selector) => root.querySelector(selector)?.textContent ?? '';
      new globalThis.MutationObserver(() => {
        globalThis.atPaint = [textOf('h1'), textOf('figure h3'), textOf('.scenarios tbody th')];
      }).observe(root, { attributeFilter: ['data-version'] });
    });
    await panel.send(next);
    return until('the paint', () => panel.page.evaluate(() => globalThis.atPaint));
  };

  const renamed = () => {
    const [first, ...rest] = SCENARIOS;
    const next = picture([{ ...first, name: 'new' }, ...rest], { title: 'new' });
    const charts = next.charts.map((chart) => ({ ...chart, title: 'new' }));
    return message({ ...next, charts }, { version: 2 });
  };

  const shownNow = async () => [
    await text('h1'),
    await text('figure h3'),
    await text('.scenarios tbody th'),
  ];

  it('updates what is out of view when what is in view is on the screen', async () => {
    await panel.send(message(picture()));
    assert.deepEqual(await whenPainted(renamed()), ['new', 'new', 'A']);
    await untilEqual('all of it', shownNow, ['new', 'new', 'new']);
  });

  /** Scrolls there, and waits until the browser tells pages so: those that asked earlier know it by then. */
  const lookAt = async (locator) => {
    await locator.scrollIntoViewIfNeeded();
    await locator.evaluate(
      (element) =>
        new Promise((resolve) => {
          const observer = new globalThis.IntersectionObserver((entries) => {
            if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
            observer.disconnect();
            resolve();
          });
          observer.observe(element);
        }),
    );
  };

  it('updates what somebody looks at before it says that it is painted', async () => {
    await panel.send(message(picture()));
    await lookAt(panel.page.locator('.scenarios table'));
    const [, chart, row] = await whenPainted(renamed());
    assert.equal(chart, 'Cost and latency', 'the chart is out of view now');
    assert.equal(row, 'new');
  });
});
