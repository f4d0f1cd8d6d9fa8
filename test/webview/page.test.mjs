// What the page shows, and how it changes under an edit.
import assert from 'node:assert/strict';
import { SCENARIOS, manyScenarios, message, picture, slowCharts } from './support/handmade.mjs';
import { startPanelHost } from './support/panelPage.mjs';

describe('the panel', function () {
  this.timeout(30_000);
  let host;
  let panel;

  before(async () => {
    host = await startPanelHost();
  });
  beforeEach(async () => {
    panel = await host.open();
  });
  afterEach(async () => {
    assert.deepEqual(panel.complaints, []);
    assert.deepEqual(await panel.violations(), []);
    await panel.close();
  });
  after(() => host?.close());

  const text = (selector) => panel.page.locator(selector).first().innerText();
  const column = async (index) =>
    panel.page.locator(`.scenarios tbody tr > :nth-child(${index})`).allInnerTexts();

  it('shows the answers with their mark, objectives and how well they are known', async () => {
    await panel.send(message(picture()));
    const card = await text('.card');
    for (const part of ['strict', 'latency <1 s', '20 nodes · $30.00/h', 'Unverified']) {
      assert.ok(card.includes(part), `${part} in ${card}`);
    }
    await panel.page.locator('.card button', { hasText: 'strict' }).click();
    assert.deepEqual(await panel.posted('reveal'), [
      { type: 'reveal', range: { start: 100, end: 130 } },
    ]);
  });

  it('lets no answer that is unverified look like one that is verified', async () => {
    const side = () =>
      panel.page
        .locator('.card')
        .first()
        .evaluate((card) => {
          const { borderLeftColor, borderLeftStyle } = getComputedStyle(card);
          return { borderLeftColor, borderLeftStyle };
        });
    const [first] = picture().answers;
    const answered = (verified) => [{ ...first, mark: '✓', verified }];
    await panel.send(message(picture(SCENARIOS, { answers: answered(false) })));
    const unverified = await side();
    await panel.send(message(picture(SCENARIOS, { answers: answered(true) }), { version: 2 }));
    const verified = await side();
    assert.notEqual(verified.borderLeftColor, unverified.borderLeftColor);
    assert.equal(unverified.borderLeftStyle, 'dashed');
    assert.equal(verified.borderLeftStyle, 'solid');
  });

  it('says what to write where there is nothing to show', async () => {
    await panel.send(
      message(
        picture([], {
          title: undefined,
          answers: [],
          whatIf: [],
          findings: [],
          nothing: 'Write `version: 1` first.',
        }),
      ),
    );
    assert.equal(await text('.nothing'), 'Write version: 1 first.');
    assert.equal(await text('h1'), 'example.capacity.yaml');
    for (const name of ['.answers', '.what-if', '.charts', '.scenarios']) {
      assert.equal(await panel.page.locator(name).isVisible(), false, name);
    }
  });

  it('keeps the last good picture and marks it out of date', async () => {
    await panel.send(message(picture(SCENARIOS, { outOfDate: 'Line 3 cannot be read.' })));
    assert.match(await text('.banner'), /Out of date.*Line 3 cannot be read\./);
    assert.equal(await panel.page.locator('figure').count(), 2);
    await panel.send(message(picture(), { version: 2 }));
    assert.equal(await panel.page.locator('.banner').isVisible(), false);
  });

  it('shows one scenario, and fifty', async () => {
    await panel.send(message(picture(SCENARIOS.slice(0, 1))));
    assert.equal(await panel.page.locator('.scenarios tbody tr').count(), 1);
    assert.equal(await panel.page.locator('.choice').isVisible(), false);
    const many = manyScenarios(50);
    await panel.send(message(picture(many, { pending: true }), { version: 2 }), {
      type: 'charts',
      version: 2,
      charts: slowCharts(many),
    });
    assert.equal(await panel.page.locator('.scenarios tbody tr').count(), 50);
  });

  it('draws figures from a thousandth to a thousand million', async () => {
    const wide = [1e-3, 1, 1e3, 1e6, 1e9].map((value, i) => ({
      name: `S${i}`,
      title: undefined,
      nodes: value,
      cost: value,
      latency: value,
    }));
    await panel.send(message(picture(wide)));
    for (const axis of ['log y', 'log x']) {
      await panel.page.locator('figure').first().getByText(axis).click();
    }
    assert.equal(await panel.page.locator('.scenarios tbody tr').count(), 5);
  });

  it('lets the latest version win', async () => {
    await panel.send(
      message(picture(SCENARIOS, { title: 'new' }), { version: 5 }),
      message(picture(SCENARIOS, { title: 'late' }), { version: 4 }),
      { type: 'charts', version: 4, charts: slowCharts() },
    );
    assert.equal(await text('h1'), 'new');
    assert.equal(await panel.page.locator('figure').count(), 2);
  });

  it('keeps slow charts of the picture before until those of this one follow', async () => {
    const pending = picture(SCENARIOS, { pending: true });
    await panel.send(message(pending), { type: 'charts', version: 1, charts: slowCharts() });
    await panel.send(message(pending, { version: 2 }));
    assert.equal(await panel.page.locator('figure').count(), 5);
    assert.equal(await panel.page.locator('.figures').getAttribute('aria-busy'), 'true');
    await panel.send({ type: 'charts', version: 2, charts: slowCharts().slice(0, 1) });
    assert.equal(await panel.page.locator('figure').count(), 3);
    assert.equal(await panel.page.locator('.figures').getAttribute('aria-busy'), null);
  });

  it('keeps focus, scroll and open details over an edit', async () => {
    await panel.send(message(picture()));
    await panel.page.locator('figure summary').first().click();
    await panel.page.locator('.scenarios button.figure').nth(4).focus();
    const before = await panel.page.evaluate(() => scrollY);
    await panel.send(message(picture(SCENARIOS.toReversed()), { version: 2 }));
    const after = await panel.page.evaluate(() => ({
      y: scrollY,
      focused: document.activeElement.className,
      row: document.activeElement.closest('tr')?.dataset.scenario,
      open: document.querySelector('figure details').open,
    }));
    assert.deepEqual(after, { y: before, focused: 'figure', row: 'B', open: true });
  });

  it('sorts by a column: up, down, and back to the order of the plan', async () => {
    await panel.send(message(picture()));
    const header = panel.page.locator('.scenarios thead button', { hasText: 'Nodes' });
    const cell = panel.page.locator('.scenarios thead th').nth(1);
    await header.click();
    assert.deepEqual(await column(2), ['20', '125', '250', '500']);
    assert.equal(await cell.getAttribute('aria-sort'), 'ascending');
    await panel.send(message(picture(), { version: 2 }));
    await header.press('Enter');
    assert.deepEqual(await column(2), ['500', '250', '125', '20']);
    assert.equal(await cell.getAttribute('aria-sort'), 'descending');
    await header.click();
    assert.deepEqual(await column(1), ['A', 'B', 'C', 'V']);
    assert.equal(await cell.getAttribute('aria-sort'), null);
  });

  it('selects everywhere, tells the editor, and follows its cursor', async () => {
    await panel.send(message(picture()));
    const current = () =>
      panel.page.locator('.scenarios tr[aria-current]').getAttribute('data-scenario');
    await panel.page.locator('.scenarios button.select', { hasText: 'C' }).click();
    assert.equal(await current(), 'C');
    assert.deepEqual(await panel.posted('select'), [{ type: 'select', scenario: 'C' }]);
    assert.equal((await panel.state()).scenario, 'C');
    assert.equal(await panel.page.locator('.field > .label').nth(2).innerText(), 'Parallel of C');
    await panel.send({ type: 'selected', scenario: 'B' });
    assert.equal(await current(), 'B');
    // What comes from the editor is not sent back to it.
    assert.equal((await panel.posted('select')).length, 1);
    await panel.page.locator('.card button', { hasText: 'Select scenario V' }).click();
    assert.equal(await current(), 'V');
  });

  it('remembers plan and scenario over a reload', async () => {
    const uri = 'file:///example.capacity.yaml';
    const again = await host.open({ saved: { uri, scenario: 'B' } });
    await again.send(message(picture()));
    const row = again.page.locator('.scenarios tr[aria-current]');
    assert.equal(await row.getAttribute('data-scenario'), 'B');
    assert.deepEqual(await again.state(), { uri, scenario: 'B' });
    await again.close();
  });

  it('keeps what is being tried, and the scales of axes, while it is hidden', async () => {
    const uri = 'file:///example.capacity.yaml';
    const first = await host.open({ saved: { uri } });
    await first.send(message(picture()));
    await first.page.locator('figure[data-chart="trade-off"]').getByText('log y').click();
    const exact = first.page.locator('.field vscode-text-field').first().locator('input');
    await exact.fill('2000');
    await exact.press('Enter');
    const saved = await first.state();
    assert.deepEqual(saved.changes, [{ path: '/workload/users', value: 2000 }]);
    assert.deepEqual(saved.scales, [{ chart: 'trade-off', axis: 'y', scale: 'log' }]);
    await first.close();

    const again = await host.open({ saved });
    await again.send(message(picture()));
    const [tried] = await again.posted('tryChanges');
    assert.deepEqual(tried.changes, saved.changes);
    const box = again.page
      .locator('figure[data-chart="trade-off"] vscode-checkbox')
      .filter({ hasText: 'log y' });
    assert.equal(await box.getAttribute('aria-checked'), 'true');
    await again.close();
  });

  it('goes on where it was read to before it was hidden', async () => {
    const uri = 'file:///example.capacity.yaml';
    const first = await host.open({ saved: { uri } });
    const pending = message(picture(SCENARIOS, { pending: true }));
    const slow = { type: 'charts', version: 1, charts: slowCharts() };
    await first.send(pending, slow);
    await first.page.evaluate(() => globalThis.scrollTo(0, 1200));
    await first.page.waitForFunction(() => globalThis.savedState.scrolled === 1200);
    const saved = await first.state();
    await first.close();

    const again = await host.open({ saved });
    await again.send(pending);
    assert.equal((await again.state()).scrolled, 1200, 'not forgotten before all is there');
    await again.send(slow);
    assert.equal(await again.page.evaluate(() => globalThis.scrollY), 1200);
    await again.page.evaluate(() => globalThis.scrollTo(0, 300));
    await again.send(message(picture(), { version: 2 }));
    assert.equal(await again.page.evaluate(() => globalThis.scrollY), 300);
    await again.close();
  });

  it('begins anew where what it kept is of another shape', async () => {
    const uri = 'file:///example.capacity.yaml';
    const odd = await host.open({ saved: { uri, changes: [{ path: 1 }] } });
    await odd.send(message(picture()));
    assert.deepEqual(await odd.posted('tryChanges'), []);
    assert.deepEqual(odd.complaints, []);
    await odd.close();
  });

  it('explains a figure, leads to its lines, and gives the focus back', async () => {
    await panel.send(message(picture()));
    const figure = panel.page.locator('tr[data-scenario=A] button.figure').first();
    await figure.click();
    const [{ request, ...asked }] = await panel.posted('explain');
    assert.deepEqual(asked, { type: 'explain', scenario: 'A', column: 'nodes' });
    const explanation = {
      heading: 'A: 500 nodes',
      lines: [[{ text: 'nodes = ' }, { text: '1,000 users', range: { start: 3, end: 9 } }]],
    };
    await panel.send({ type: 'explanation', request: request - 1, explanation });
    assert.equal(await panel.page.locator('.explanation').isVisible(), false);
    await panel.send({ type: 'explanation', request, explanation });
    assert.match(await text('.explanation'), /A: 500 nodes[^]*nodes = 1,000 users/);
    await panel.page.keyboard.press('Tab');
    await panel.page.locator('.explanation button.link').press('Enter');
    assert.deepEqual(await panel.posted('reveal'), [
      { type: 'reveal', range: { start: 3, end: 9 } },
    ]);
    await panel.page.keyboard.press('Escape');
    assert.equal(await figure.evaluate((element) => element === document.activeElement), true);
  });

  it('has buttons on the figures that can be explained, whatever columns come and go', async () => {
    const whole = picture();
    const { columns, explains, rows } = whole.scenarioTable;
    const unknown = { text: '–' };
    const without = (column) => ({
      ...whole.scenarioTable,
      columns: columns.toSpliced(column, 1),
      explains: explains.toSpliced(column, 1),
      rows: rows.map(({ scenario, cells }) => ({ scenario, cells: cells.toSpliced(column, 1) })),
    });
    const unsized = {
      ...whole.scenarioTable,
      rows: rows.map(({ scenario, cells }) => ({ scenario, cells: cells.with(1, unknown) })),
    };
    const buttons = () => panel.page.locator('tr[data-scenario=A] button.figure').allInnerTexts();
    const tables = [
      [whole.scenarioTable, ['500', '$750/h', '1 s']],
      [without(1), ['$750/h', '1 s']],
      [without(4), ['500', '$750/h', '1 s']],
      [unsized, ['$750/h', '1 s']],
      [without(2), ['500', '1 s']],
      [whole.scenarioTable, ['500', '$750/h', '1 s']],
    ];
    for (const [index, [scenarioTable, expected]] of tables.entries()) {
      await panel.send(message({ ...whole, scenarioTable }, { version: index + 1 }));
      assert.deepEqual(await buttons(), expected);
    }
  });

  it('closes the explanation of a figure that is not known any more', async () => {
    const whole = picture();
    await panel.send(message(whole));
    await panel.page.locator('tr[data-scenario=A] button.figure').first().click();
    const [{ request }] = await panel.posted('explain');
    const explanation = { heading: 'A: 500 nodes', lines: [[{ text: 'nodes = 500' }]] };
    await panel.send({ type: 'explanation', request, explanation });
    assert.equal(await panel.page.locator('.explanation').isVisible(), true);
    const rows = whole.scenarioTable.rows.map(({ scenario, cells }) => ({
      scenario,
      cells: cells.with(1, { text: '–' }),
    }));
    const scenarioTable = { ...whole.scenarioTable, rows };
    await panel.send(message({ ...whole, scenarioTable }, { version: 2 }));
    assert.equal(await panel.page.locator('.explanation').isVisible(), false);
    assert.equal((await panel.posted('explain')).length, 1);
  });

  it('lists the findings and leads to their lines', async () => {
    await panel.send(message(picture()));
    const first = panel.page.locator('.findings li button').first();
    assert.match(await first.innerText(), /error[^]*B misses strict[^]*line 37/);
    await first.click();
    assert.deepEqual(await panel.posted('reveal'), [
      { type: 'reveal', range: { start: 370, end: 375 } },
    ]);
  });

  it('takes tables along, and asks for the report', async () => {
    await panel.send(message(picture()));
    for (const label of ['Copy CSV', 'Copy Markdown', 'Save CSV', 'Save Markdown']) {
      await panel.page.locator('.scenarios vscode-button', { hasText: label }).click();
    }
    await panel.page.locator('figure summary').first().click();
    await panel.page
      .locator('figure details vscode-button', { hasText: 'Copy CSV' })
      .first()
      .click();
    await panel.page.getByText('Generate Report').click();
    const sent = await panel.page.evaluate(() => globalThis.posted.slice(1));
    assert.deepEqual(sent, [
      { type: 'copyTable', table: 'scenarios', format: 'csv' },
      { type: 'copyTable', table: 'scenarios', format: 'markdown' },
      { type: 'saveTable', table: 'scenarios', format: 'csv' },
      { type: 'saveTable', table: 'scenarios', format: 'markdown' },
      { type: 'copyTable', table: 'trade-off', format: 'csv' },
      { type: 'generateReport' },
    ]);
    await panel.send({ type: 'notice', text: 'Copied.' });
    assert.equal(await text('.notice'), 'Copied.');
  });
});
