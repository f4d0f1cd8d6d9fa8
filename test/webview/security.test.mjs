// Tests what the panel must never do, whatever it receives.
import assert from 'node:assert/strict';
import { TEST_MS, untilEqual } from '../runner/until.mjs';
import { SCENARIOS, message, outcome, picture, slowCharts } from './support/handmade.mjs';
import { startPanelHost } from './support/panelPage.mjs';

const MARKUP = '<img src=x onerror="document.title=1"><b>bold</b>';

describe('the panel and its content security policy', function () {
  this.timeout(TEST_MS);
  let host;
  let panel;

  before(async () => {
    host = await startPanelHost();
  });
  beforeEach(async () => {
    panel = await host.open();
  });
  afterEach(function () {
    return panel.end(this.currentTest, { allowed: true });
  });
  after(() => host?.close());

  it('shows everything it has without a violation or a complaint', async () => {
    await panel.send(
      message(picture(SCENARIOS, { pending: true })),
      { type: 'charts', version: 1, charts: slowCharts() },
      { type: 'notice', text: 'Copied.' },
    );
    await panel.page.locator('vscode-dropdown').click();
    await panel.page.keyboard.press('Escape');
    await panel.page.locator('canvas').first().hover();
    await panel.settled();
    await untilEqual('five charts', () => panel.page.locator('figure').count(), 5);
    assert.deepEqual(panel.complaints, []);
  });

  it('takes the API once and keeps it to itself, and the nonce is not left in the page', async () => {
    const found = await panel.page.evaluate(() => ({
      api: typeof globalThis.acquireVsCodeApi,
      nonce: document.querySelector('meta[property="csp-nonce"]'),
      inline: document.querySelectorAll('[onclick], style, head [style]').length,
    }));
    assert.deepEqual(found, { api: 'undefined', nonce: null, inline: 0 });
  });

  it('shows markup in names as the text that it is', async () => {
    const scenarios = SCENARIOS.map((each) => ({ ...each, name: `${each.name}${MARKUP}` }));
    const over = { title: MARKUP, fileName: MARKUP, outOfDate: MARKUP };
    const shown = picture(scenarios, over);
    const findings = [{ ...shown.findings[0], message: `\`${MARKUP}\` ${MARKUP}` }];
    await panel.send(message({ ...shown, findings }), { type: 'notice', text: MARKUP });
    assert.equal(await panel.page.locator('img, b').count(), 0);
    await untilEqual('the title', () => panel.page.locator('h1').textContent(), MARKUP);
    assert.equal(await panel.page.title(), 'Charts');
    assert.ok((await panel.page.locator('.findings .message').textContent()).includes(MARKUP));
    await panel.page.locator('.scenarios tr[data-scenario]').first().click();
    await panel.untilSent({ type: 'select', scenario: scenarios[0].name });
  });

  it('drops messages of another shape, and says so once', async () => {
    await panel.send(message(picture()));
    const good = picture();
    await panel.send(
      undefined,
      'picture',
      { type: 'toString' },
      { type: 'nothing of ours' },
      { type: 'picture' },
      message({ ...good, answers: 'none' }, { version: 2 }),
      message({ ...good, title: 7 }, { version: 2 }),
      message({ ...good, charts: [{ ...good.charts[0], series: [{}] }] }, { version: 2 }),
      { type: 'charts', version: 1, charts: [null] },
      { type: 'selected', scenario: 1 },
      { type: 'whatIf', request: 1, outcome: { ...outcome(), rows: undefined } },
      { type: 'explanation', request: 1, explanation: { heading: 'x', lines: ['x'] } },
    );
    assert.equal(await panel.page.locator('h1').textContent(), good.title);
    assert.equal(await panel.page.locator('figure').count(), 2);
    await untilEqual('one complaint', () => panel.complaints.length, 1);
    assert.match(panel.complaints[0], /unknown shape was dropped/);
  });
});
