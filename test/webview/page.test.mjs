// Tests the page's content, and its changes under an edit.
import assert from 'node:assert/strict';
import { TEST_MS, focusOn, hasFocus, untilEqual } from '../runner/until.mjs';
import { SCENARIOS, manyScenarios, message, picture, slowCharts } from './support/handmade.mjs';
import { startPanelHost } from './support/panelPage.mjs';

describe('the panel', function () {
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
    return panel.end(this.currentTest);
  });
  after(() => host?.close());

  const text = (selector) => panel.page.locator(selector).first().innerText();
  const column = async (index) =>
    panel.page.locator(`.scenarios tbody tr > :nth-child(${index})`).allInnerTexts();

  it('shows the answers with their mark, objectives and how well they are known', async () => {
    await panel.send(message(picture()));
    const card = await text('.card');
    for (const part of ['strict', 'latency <1 s', '20 nodes · $30/h', 'Unverified']) {
      assert.ok(card.includes(part), `${part} in ${card}`);
    }
    await panel.page.locator('.card button', { hasText: 'strict' }).click();
    await panel.untilSent({ type: 'reveal', range: { start: 100, end: 130 } });
  });

  describe('while something is computed', () => {
    const work = () => panel.page.locator('.work');
    const words = () => work().locator('[role=status]').innerText();
    const buttonOf = (name) => work().locator('vscode-button', { hasText: name });

    beforeEach(async () => {
      await panel.page.close();
      panel = await host.open({ ownClock: true });
    });

    it('says so after a second, and lets people cancel', async () => {
      await panel.send(message(picture(SCENARIOS, { pending: true })));
      assert.equal(await work().isVisible(), false);
      await panel.page.clock.runFor(1000);
      assert.match(await words(), /^Computing the answers and further charts/);
      assert.equal(await work().locator('[role=progressbar]').isVisible(), true);
      await buttonOf('Cancel').click();
      await panel.untilSent({ type: 'cancel' });
      await panel.send({ type: 'stopped', version: 2, reason: 'Stopped.' });
      assert.equal(await words(), 'Stopped.');
      assert.equal(await panel.page.getByText('More charts are being computed').count(), 0);
      await buttonOf('Update').click();
      await panel.untilSent({ type: 'update' });
      await panel.send(message(picture(), { version: 3 }));
      assert.equal(await work().isVisible(), false);
    });

    it('keeps the earlier picture, marked, and its time through several changes', async () => {
      await panel.send(message(picture()), { type: 'computing', version: 2 });
      await panel.page.clock.runFor(200);
      await panel.send({ type: 'computing', version: 3 });
      assert.equal(await work().isVisible(), false);
      await panel.page.clock.runFor(800);
      assert.match(await words(), /^Updating\. The panel shows an earlier state/);
      assert.equal(await panel.page.locator('main.updating figure').count(), 2);
      await panel.send(message(picture(SCENARIOS, { title: 'late' }), { version: 2 }));
      assert.notEqual(await text('h1'), 'late');
      await panel.send(message(picture(), { version: 3 }));
      assert.equal(await panel.page.locator('main.updating').count(), 0);
      assert.equal(await work().isVisible(), false);
    });

    it('says so, too, where there is no picture yet', async () => {
      await panel.send({ type: 'computing', version: 1 });
      await panel.page.clock.runFor(1000);
      assert.match(await words(), /^Updating/);
      assert.equal(await work().isVisible(), true);
    });

    it('keeps the answers of the picture before, until those of this one follow', async () => {
      const pending = picture(SCENARIOS, { pending: true, answers: undefined });
      await panel.send(message(picture()), message(pending, { version: 2 }));
      assert.ok((await panel.page.locator('.card').count()) > 0);
      await panel.send({ type: 'stopped', version: 3, reason: 'Stopped.' });
      assert.equal(await panel.page.locator('.card').count(), 0);
    });
  });

  it('has no fault that axe finds while something is computed, and when it was stopped', async () => {
    await panel.send(message(picture(SCENARIOS, { pending: true })));
    await panel.page.locator('.work [role=progressbar]').waitFor();
    assert.deepEqual(await panel.axe(), []);
    await panel.send({ type: 'stopped', version: 2, reason: 'Stopped.' });
    assert.deepEqual(await panel.axe(), []);
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
    const answered = (verified) => [{ ...first, mark: verified ? '✓' : '✓?', verified }];
    const mark = panel.page.locator('.card .mark').first();
    await panel.send(message(picture(SCENARIOS, { answers: answered(false) })));
    const unverified = await side();
    assert.equal(await mark.innerText(), '✓?');
    assert.equal(await mark.getAttribute('aria-label'), 'meets, unverified');
    await panel.send(message(picture(SCENARIOS, { answers: answered(true) }), { version: 2 }));
    const verified = await side();
    assert.notEqual(verified.borderLeftColor, unverified.borderLeftColor);
    assert.equal(unverified.borderLeftStyle, 'dashed');
    assert.equal(verified.borderLeftStyle, 'solid');
    assert.equal(await mark.innerText(), '✓');
  });

  it('says in words which answer is selected: a frame would look like the focus', async () => {
    await panel.send(message(picture()));
    await panel.send({ type: 'selected', scenario: 'V' });
    const card = panel.page.locator('.card[aria-current]');
    assert.equal(await card.evaluate((each) => getComputedStyle(each).outlineStyle), 'none');
    assert.equal(await card.locator('.choose').innerText(), 'Scenario V, selected');
    assert.equal(await card.locator('.choose').getAttribute('aria-pressed'), 'true');
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
    assert.match(await text('.banner'), /Showing the last valid version.*Line 3 cannot be read\./);
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
      await panel.settled();
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
    await focusOn(panel.page.locator('.scenarios button.figure').nth(4));
    await panel.settled();
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
    const untilSorted = async (index, rows, order) => {
      await untilEqual('the rows in order', () => column(index), rows);
      await untilEqual('the order', () => cell.getAttribute('aria-sort'), order);
    };
    await header.click();
    await untilSorted(2, ['20', '125', '250', '500'], 'ascending');
    await panel.send(message(picture(), { version: 2 }));
    await header.press('Enter');
    await untilSorted(2, ['500', '250', '125', '20'], 'descending');
    await header.click();
    await untilSorted(1, ['A', 'B', 'C', 'V'], null);
  });

  it('sorts the column that was meant, also where a target is called as another column is', async () => {
    const whole = picture();
    const { columns, rows, explains, notes } = whole.scenarioTable;
    const scenarioTable = {
      columns: [...columns, { title: 'Nodes', align: 'left' }],
      explains: [...explains, null],
      rows: rows.map((row, i) => ({ ...row, cells: [...row.cells, { text: `t${4 - i}` }] })),
      notes,
    };
    await panel.send(message({ ...whole, scenarioTable }));
    await panel.page.locator('.scenarios thead button', { hasText: 'Nodes' }).last().click();
    await untilEqual('the rows in order', () => column(6), ['t1', 't2', 't3', 't4']);
    const sorted = panel.page.locator('.scenarios th[aria-sort]');
    assert.equal(await sorted.count(), 1);
    assert.equal(await sorted.evaluate((each) => each.cellIndex), 5);
  });

  it('lets words of a table wrap, and cuts none of them', async () => {
    const whole = picture();
    const { columns, rows, explains, notes } = whole.scenarioTable;
    const words =
      'interpolated from measurements, queueing not modelled; 80% interval 6.44 s to 6.87 s';
    const scenarioTable = {
      columns: [...columns, { title: 'Known', align: 'left' }],
      explains: [...explains, null],
      rows: rows.map((row) => ({ ...row, cells: [...row.cells, { text: words }] })),
      notes,
    };
    for (const [version, width] of [320, 900, 1600].entries()) {
      await panel.resize(width);
      await panel.send(message({ ...whole, scenarioTable }, { version: version + 1 }));
      const cut = await panel.page
        .locator('.scenarios tbody td')
        .evaluateAll(
          (cells) =>
            cells.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length,
        );
      assert.equal(cut, 0, `${width} px`);
    }
  });

  it('shows what decides of each scenario first: at 500 px too', async () => {
    await panel.resize(500);
    await panel.send(message(picture()));
    const cut = await panel.page.locator('.scenarios .scroll').evaluate((scroll) => {
      const { right } = scroll.getBoundingClientRect();
      return [...scroll.querySelectorAll('thead th')]
        .filter((cell) => cell.getBoundingClientRect().right > right + 1)
        .map(({ textContent }) => textContent);
    });
    assert.deepEqual(cut, []);
  });

  it('draws the line between rows under the names, too', async () => {
    await panel.send(message(picture()));
    const tops = await panel.page
      .locator('.scenarios tbody tr')
      .nth(1)
      .locator('th, td')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).borderTopWidth));
    assert.deepEqual(new Set(tops), new Set(['1px']));
  });

  it('marks names in what it says of the scenarios', async () => {
    await panel.send(message(picture()));
    assert.deepEqual(await panel.page.locator('.scenarios .notes code').allInnerTexts(), [
      'A',
      'V',
    ]);
  });

  it('keeps a thousand rows of one engine over an update', async () => {
    const [first, second] = picture().charts;
    const rows = Array.from({ length: 1000 }, (_, i) => ({
      cells: [{ text: 'ollama' }, { text: `${i}`, sort: i }],
    }));
    const columns = [
      { title: 'Engine', align: 'left' },
      { title: 'At', align: 'right' },
    ];
    const charts = [first, { ...second, table: { columns, rows } }];
    await panel.send(message(picture(SCENARIOS, { charts })));
    const rowsOf = (mark) =>
      panel.page.locator('figure').nth(1).locator('tbody tr').evaluateAll(mark);
    await rowsOf((all) => all.forEach((row) => (row.isKept = true)));
    await panel.send(message(picture(SCENARIOS, { charts, title: 'again' }), { version: 2 }));
    assert.equal(await text('h1'), 'again');
    assert.equal(await rowsOf((all) => all.filter((row) => row.isKept).length), 1000);
  });

  it('selects everywhere, tells the editor, and follows its cursor', async () => {
    await panel.send(message(picture()));
    const current = () =>
      panel.page.locator('.scenarios tr[aria-current]').getAttribute('data-scenario');
    await panel.page.locator('.scenarios button.select', { hasText: 'C' }).click();
    await panel.settled();
    await untilEqual('the row', current, 'C');
    await panel.untilSent({ type: 'select', scenario: 'C' });
    await untilEqual('the kept scenario', async () => (await panel.state()).scenario, 'C');
    const label = panel.page.locator('.field > .label').nth(3);
    await untilEqual('the control', () => label.innerText(), 'Parallel of C');
    await panel.send({ type: 'selected', scenario: 'B' });
    await untilEqual('the row', current, 'B');
    // A selection from the editor is not sent back to it.
    assert.equal((await panel.posted('select')).length, 1);
    await panel.page.locator('.card button', { hasText: 'Select scenario V' }).click();
    await untilEqual('the row', current, 'V');
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
    await first.settled();
    const saved = await first.state();
    assert.deepEqual(saved.changes, [{ path: '/workload/users', value: 2000 }]);
    assert.deepEqual(saved.scales, [{ chart: 'trade-off', axis: 'y', scale: 'log' }]);
    await first.close();

    const again = await host.open({ saved });
    await again.send(message(picture()));
    const [tried] = await again.untilPosted('tryChanges');
    assert.deepEqual(tried.changes, saved.changes);
    const box = again.page
      .locator('figure[data-chart="trade-off"] vscode-checkbox')
      .filter({ hasText: 'log y' });
    await untilEqual('the axis', () => box.getAttribute('aria-checked'), 'true');
    await again.close();
  });

  it('keeps the order of tables, the open ones, and an explanation while it is hidden', async () => {
    const uri = 'file:///example.capacity.yaml';
    const first = await host.open({ saved: { uri } });
    await first.send(message(picture()));
    await first.page.locator('.scenarios thead button', { hasText: 'Nodes' }).click();
    await first.page.locator('figure[data-chart="latency"] summary').click();
    await first.page.locator('tr[data-scenario=B] button.figure').first().click();
    await untilEqual('the open chart', async () => (await first.state()).open, ['latency']);
    await first.settled();
    const saved = await first.state();
    assert.deepEqual(saved.sorted, [{ table: 'scenarios', column: '1 Nodes', order: 'ascending' }]);
    assert.deepEqual(saved.explained, { scenario: 'B', column: 'nodes' });
    await first.close();

    const again = await host.open({ saved });
    await again.send(message(picture()));
    const nodes = again.page.locator('.scenarios tbody tr > :nth-child(2)');
    assert.deepEqual(await nodes.allInnerTexts(), ['20', '125', '250', '500']);
    const details = again.page.locator('figure[data-chart="latency"] details');
    assert.equal(await details.evaluate(({ open }) => open), true);
    const [{ request, scenario }] = await again.untilPosted('explain');
    assert.equal(scenario, 'B');
    const explanation = { heading: 'B: 125 nodes', lines: [[{ text: 'of every `parallel`' }]] };
    await again.send({ type: 'explanation', request, explanation });
    assert.equal(await again.page.locator('.explanation code').innerText(), 'parallel');
    assert.equal(await again.page.evaluate(() => document.activeElement === document.body), true);
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
    const scrolled = () => again.page.evaluate(() => globalThis.scrollY);
    await untilEqual('the place', scrolled, 1200);
    await again.page.evaluate(() => globalThis.scrollTo(0, 300));
    // The page itself knows of it with the event, which keeps the place.
    await untilEqual('the new place', async () => (await again.state()).scrolled, 300);
    await again.send(message(picture(), { version: 2 }));
    assert.equal(await scrolled(), 300);
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
    const [{ request, ...asked }] = await panel.untilPosted('explain');
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
    await panel.untilSent({ type: 'reveal', range: { start: 3, end: 9 } });
    await panel.page.keyboard.press('Escape');
    await untilEqual('the focus on the figure', () => hasFocus(figure), true);
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
    const [{ request }] = await panel.untilPosted('explain');
    const explanation = { heading: 'A: 500 nodes', lines: [[{ text: 'nodes = 500' }]] };
    await panel.send({ type: 'explanation', request, explanation });
    await panel.page.locator('.explanation').waitFor();
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
    await panel.untilSent({ type: 'reveal', range: { start: 370, end: 375 } });
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
    await panel.page.getByText('Save as HTML').click();
    const sent = () => panel.page.evaluate(() => globalThis.posted.slice(1));
    await untilEqual('the messages', sent, [
      { type: 'painted', version: 1 },
      { type: 'copyTable', table: 'scenarios', format: 'csv' },
      { type: 'copyTable', table: 'scenarios', format: 'markdown' },
      { type: 'saveTable', table: 'scenarios', format: 'csv' },
      { type: 'saveTable', table: 'scenarios', format: 'markdown' },
      { type: 'copyTable', table: 'trade-off', format: 'csv' },
      { type: 'generateReport' },
      { type: 'saveHtml' },
    ]);
  });

  it('shows a notice for a few seconds', async () => {
    const own = await host.open({ ownClock: true });
    await own.send(message(picture()), { type: 'notice', text: 'Copied.' });
    const notice = own.page.locator('.notice');
    assert.equal(await notice.innerText(), 'Copied.');
    await own.page.clock.runFor(6000);
    assert.equal(await notice.innerText(), '');
    await own.close();
  });
});
