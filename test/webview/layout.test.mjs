// Tests the order of the page, and what people see and reach first.
import assert from 'node:assert/strict';
import { TEST_MS, focusOn, hasFocus, until, untilEqual, untilMatches } from '../runner/until.mjs';
import { SCENARIOS, message, picture, slowCharts } from './support/handmade.mjs';
import { startPanelHost } from './support/panelPage.mjs';

describe('the panel’s layout', function () {
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

  async function open(options, over) {
    panel = await host.open(options);
    await panel.send(message(picture(SCENARIOS, { pending: true, ...over })), {
      type: 'charts',
      version: 1,
      charts: pairedCharts(),
    });
  }

  /** Nodes and cost by users, and a chart that is there once. */
  function pairedCharts() {
    const [nodes, day] = slowCharts();
    return [nodes, { ...nodes, id: 'cost-by-users', title: 'Cost by users' }, day];
  }

  const boxOf = (selector) =>
    panel.page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { left, right, top: top + scrollY, bottom: bottom + scrollY };
      });

  for (const width of [1600, 760, 400]) {
    it(`has the first chart on top, and what-if ${width > 1000 ? 'beside' : 'below'} it: ${width} px`, async () => {
      await open({ width });
      const [header, chart, whatIf, answers] = await Promise.all(
        ['.top', '.lead figure', '.what-if', '.answers'].map(boxOf),
      );
      assert.ok(chart.top >= header.bottom && chart.top < header.bottom + 40);
      if (width > 1000) {
        assert.ok(whatIf.left >= chart.right, 'beside');
        assert.ok(whatIf.top < chart.bottom, 'in the same row');
      } else {
        assert.ok(whatIf.top >= chart.bottom, 'below');
      }
      assert.ok(answers.top >= chart.bottom);
    });
  }

  it('has at most six stops of the Tab key before the first control', async () => {
    await open();
    const slider = panel.page.getByRole('slider', { name: 'Users' });
    await panel.page.locator('body').click({ position: { x: 2, y: 2 } });
    let stops = 0;
    await until('the first slider', async () => {
      await panel.page.keyboard.press('Tab');
      if (await hasFocus(slider)) return true;
      stops += 1;
      return stops > 20;
    });
    assert.ok(stops <= 6, `${stops} stops before it`);
  });

  it('moves along the tools of a chart with the arrow keys', async () => {
    await open();
    const tools = panel.page.locator('.lead [role=toolbar]');
    const [logX, logY] = [
      tools.locator('vscode-checkbox').nth(0),
      tools.locator('vscode-checkbox').nth(1),
    ];
    const svg = tools.locator('vscode-button').last();
    await focusOn(logX);
    await panel.page.keyboard.press('ArrowRight');
    await untilEqual('the next tool', () => hasFocus(logY), true);
    await panel.page.keyboard.press('End');
    await untilEqual('the last tool', () => hasFocus(svg), true);
    await panel.page.keyboard.press('Shift+Tab');
    await untilEqual('the plot', () => hasFocus(panel.page.locator('.lead .plot')), true);
    await panel.page.keyboard.press('Tab');
    await untilEqual('the same tool', () => hasFocus(svg), true);
  });

  it('switches all charts between nodes and cost, and keeps the choice', async () => {
    await open();
    const titles = () => panel.page.locator('.charts figure:visible h3').allInnerTexts();
    await untilEqual('cost first', titles, ['Latency by load', 'Cost by users', 'Nodes by hour']);
    await panel.page.getByRole('radio', { name: 'Cost' }).press('ArrowLeft');
    await untilEqual('nodes', titles, ['Latency by load', 'Nodes by users', 'Nodes by hour']);
    await untilEqual('the choice', async () => (await panel.state()).measure, 'nodes');
    await panel.send(message(picture(SCENARIOS, { pending: true }), { version: 2 }), {
      type: 'charts',
      version: 2,
      charts: pairedCharts(),
    });
    await untilEqual('nodes still', titles, ['Latency by load', 'Nodes by users', 'Nodes by hour']);
    const canvas = panel.page.locator('figure[data-chart="nodes-by-users"] canvas');
    await until('a drawing', () => canvas.evaluate(({ width }) => width > 100));
  });

  it('offers an answer that is no scenario to be added, on its card and in the table', async () => {
    const { scenarioTable } = picture();
    const rows = [
      ...scenarioTable.rows.map((row) =>
        row.scenario === 'V' ? { ...row, badge: 'answer for strict' } : row,
      ),
      {
        cells: [
          { text: 'Answer for relaxed: ollama, parallel 8' },
          { text: '125', sort: 125 },
          { text: '$188/h', sort: 187.5 },
          { text: '2.7 s', sort: 2.7 },
          { text: '✗ misses' },
        ],
        add: 'relaxed',
      },
    ];
    await open({}, { scenarioTable: { ...scenarioTable, rows } });
    const badge = panel.page.locator('.scenarios tr[data-scenario=V] .row-badge');
    assert.equal(await badge.innerText(), 'answer for strict');
    await panel.page.locator('.card').getByRole('button', { name: 'Add as scenario' }).click();
    await panel.page.locator('.scenarios tr[data-add]').getByRole('button').click();
    const message = { type: 'addScenario', target: 'relaxed' };
    await panel.untilSent(message, message);
    assert.deepEqual(await panel.axe(), []);
  });

  it('has a scenario in its colour in tables and tips', async () => {
    await open();
    const colourOf = (locator) => locator.evaluate((each) => getComputedStyle(each).color);
    const rowOf = (section) => panel.page.locator(`${section} tr[data-scenario=B] .look-sample`);
    const orange = await colourOf(rowOf('.scenarios').first());
    await panel.page.locator('.lead summary').click();
    await panel.settled();
    assert.equal(await colourOf(rowOf('.lead').first()), orange);
    const plot = panel.page.locator('figure[data-chart="trade-off"] .plot');
    await focusOn(plot);
    await panel.page.keyboard.press('End');
    const tip = plot.locator('.tip');
    for (let i = 0; i < 6 && !/Scenario B/.test(await tip.innerText()); i++) {
      await panel.page.keyboard.press('ArrowLeft');
    }
    await untilMatches('the tip of B', () => tip.innerText(), /Scenario B/);
    assert.equal(await colourOf(tip.locator('.look-sample').first()), orange);
  });

  it('shows that a table goes on, until its end', async () => {
    await open({ width: 400 });
    const scenarioTable = picture().scenarioTable;
    const wide = {
      ...scenarioTable,
      columns: [...scenarioTable.columns, { title: 'Known', align: 'left' }],
      explains: [...scenarioTable.explains, null],
      rows: scenarioTable.rows.map((row) => ({
        ...row,
        cells: [...row.cells, { text: 'measured, at a lighter load than the scenario has' }],
      })),
    };
    await panel.send(message(picture(SCENARIOS, { scenarioTable: wide }), { version: 2 }));
    const frame = panel.page.locator('.scenarios .scroll-frame');
    const edges = () => frame.evaluate(({ className }) => className.split(' ').sort());
    await untilEqual('more at the right', edges, ['more-right', 'scroll-frame']);
    await frame.locator('.scroll').evaluate((each) => each.scrollTo(10_000, 0));
    await untilEqual('more at the left', edges, ['more-left', 'scroll-frame']);
    assert.equal(await frame.locator('.edge.right').isVisible(), false);
  });

  for (const width of [1600, 400]) {
    it(`covers no point with its own tip: ${width} px`, async () => {
      const charts = picture().charts.map(withLongTips);
      await open({ width }, { charts });
      const plot = panel.page.locator('figure[data-chart="trade-off"] .plot');
      await plot.scrollIntoViewIfNeeded();
      const { x: left, y: top, width: wide, height } = await plot.boundingBox();
      const tipNow = () =>
        plot.locator('.tip').evaluate((tip) => {
          const { x, y, right, bottom } = tip.getBoundingClientRect();
          return { x, y, right, bottom, isShown: tip.checkVisibility(), text: tip.innerText };
        });
      const seen = new Set();
      for (let x = 36; x < wide - 4; x += 22) {
        // shifted from column to column, so that a point meets the mouse at every side
        for (let y = 8 + (x % 4) * 5; y < height - 30; y += 22) {
          await panel.page.mouse.move(left + x, top + y);
          const tip = await tipNow();
          if (!tip.isShown) continue;
          seen.add(tip.text);
          const isOver =
            tip.x < left + x - 20 &&
            left + x + 20 < tip.right &&
            tip.y < top + y - 20 &&
            top + y + 20 < tip.bottom;
          assert.equal(isOver, false, `at ${x}, ${y}`);
        }
      }
      assert.ok(seen.size >= 3, 'tips were seen');
    });
  }

  function withLongTips(chart) {
    const more = ['Latency: below 1 s (reported by somebody)', 'strict: meets', 'relaxed: meets'];
    const longer = (point) => ({ ...point, says: [...point.says, ...more, ...more] });
    return {
      ...chart,
      series: chart.series.map((each) => ({
        ...each,
        points: each.points.map((point) => (point.says.length > 0 ? longer(point) : point)),
      })),
    };
  }

  for (const theme of ['hc-dark', 'hc-light']) {
    it(`has no shade in high contrast: ${theme}`, async () => {
      await open({ theme });
      await panel.page.locator('.lead summary').click();
      await panel.settled();
      const shades = await panel.page.evaluate(() =>
        [...document.querySelectorAll('#panel *')]
          .filter((each) => each.checkVisibility() && each.closest('svg, canvas') === null)
          .flatMap((each) => {
            const { color, opacity } = getComputedStyle(each);
            const isShade = Number(opacity) < 1 || /rgba\(.*, 0?\.\d+\)/.test(color);
            return isShade && each.type !== 'radio'
              ? [`${each.className} ${color} ${opacity}`]
              : [];
          }),
      );
      assert.deepEqual(shades, []);
    });
  }
});
