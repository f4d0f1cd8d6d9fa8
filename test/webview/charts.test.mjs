// Tests the drawings: their updates, and reading their points.
import assert from 'node:assert/strict';
import { TEST_MS, focusOn, until, untilEqual, untilMatches } from '../runner/until.mjs';
import { SCENARIOS, message, outcome, picture, slowCharts } from './support/handmade.mjs';
import { startPanelHost } from './support/panelPage.mjs';

describe('the charts', function () {
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

  async function open(options) {
    panel = await host.open(options);
    await panel.send(message(picture(SCENARIOS, { pending: true })), {
      type: 'charts',
      version: 1,
      charts: slowCharts(),
    });
  }
  const figure = (id) => panel.page.locator(`figure[data-chart="${id}"]`);
  const drawn = (id) =>
    figure(id)
      .locator('canvas')
      .evaluate((canvas) => canvas.toDataURL());
  /** The picture, once it has stayed the same for so many frames as no motion would let it. */
  const atRest = async (id) => {
    await figure(id)
      .locator('canvas')
      .evaluate(async (canvas) => {
        let last = '';
        for (let same = 0; same < 30;) {
          await new Promise(requestAnimationFrame);
          const now = canvas.toDataURL();
          same = now === last ? same + 1 : 0;
          last = now;
        }
      });
    return drawn(id);
  };

  it('draws something in each', async () => {
    await open();
    for (const id of ['trade-off', 'latency', 'nodes-by-users', 'day-nodes', 'day-cost']) {
      await until(`more than 20 colours in ${id}`, async () => {
        const colours = await figure(id)
          .locator('canvas')
          .evaluate((canvas) => {
            const { width, height } = canvas;
            const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
            return new Set(new Uint32Array(data.buffer)).size;
          });
        return colours > 20;
      });
    }
  });

  it('names each canvas and says its conclusion, with the table beside it', async () => {
    await open();
    const canvas = figure('trade-off').locator('canvas');
    assert.equal(await canvas.getAttribute('role'), 'img');
    assert.match(await canvas.getAttribute('aria-label'), /^Cost and latency\. V is the cheapest/);
    await figure('trade-off').locator('summary').click();
    const rows = figure('trade-off').locator('tbody tr');
    await untilEqual('the rows of the table', () => rows.count(), 4);
  });

  it('reads its points with the keys, and Enter selects', async () => {
    await open();
    const plot = figure('trade-off').locator('.plot');
    await focusOn(plot);
    await panel.page.keyboard.press('ArrowRight');
    const tip = plot.locator('.tip');
    const words = () => tip.innerText();
    await untilMatches('the tip', words, /Scenario V[^]*\$30\/h/);
    const spoken = plot.locator('[aria-live]');
    await untilMatches('the spoken words', () => spoken.innerText(), /Scenario V/);
    await panel.page.keyboard.press('ArrowDown');
    await untilMatches('the tip of another scenario', words, /Scenario [^V]/);
    const [, name] = /Scenario (\w)/.exec(await words());
    await panel.page.keyboard.press('Enter');
    await panel.settled();
    await panel.untilSent({ type: 'select', scenario: name });
    // Still there, and an edit does not take it away.
    await untilMatches('the same tip', words, new RegExp(`Scenario ${name}`));
    await panel.send(message(picture(SCENARIOS, { pending: true }), { version: 2 }));
    await untilMatches('the same tip', words, new RegExp(`Scenario ${name}`));
    await panel.page.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
  });

  it('shows the words of a point under the pointer, and a click selects', async () => {
    await open();
    const plot = figure('trade-off').locator('.plot');
    await focusOn(plot);
    await panel.page.keyboard.press('Home');
    await plot.locator('.tip').waitFor();
    const at = await plot.locator('.tip').evaluate(({ style, offsetWidth, parentElement }) => ({
      left: Number.parseFloat(style.left),
      top: Number.parseFloat(style.top),
      offsetWidth,
      width: parentElement.clientWidth,
    }));
    await panel.page.keyboard.press('Escape');
    await plot.locator('.tip').waitFor({ state: 'hidden' });
    const position = { x: at.left - 14, y: at.top + 14 };
    await plot.hover({ position });
    await untilMatches('the tip', () => plot.locator('.tip').innerText(), /Scenario/);
    await plot.click({ position });
    await panel.untilPosted('select');
  });

  it('reads a bar anywhere on it', async () => {
    await open();
    const plot = figure('day-cost').locator('.plot');
    await plot.scrollIntoViewIfNeeded();
    const { x: left, y: top, height, width } = await plot.boundingBox();
    const found = [];
    for (let x = 60; x < width - 20; x += 12) {
      await panel.page.mouse.move(left + x, top + height - 60);
      found.push(await plot.locator('.tip').innerText());
    }
    for (const name of ['A', 'B', 'C']) {
      assert.ok(
        found.some((words) => words.includes(`Scenario ${name}`)),
        name,
      );
    }
    const first = found.findIndex((words) => words.includes('Scenario A'));
    const second = found.findIndex((words) => words.includes('Scenario B'));
    assert.ok(first < second, 'bars stand in the order of the legend');
  });

  it('emphasizes the selected scenario in every chart', async () => {
    await open();
    const ids = ['trade-off', 'latency', 'nodes-by-users', 'day-cost'];
    const before = await Promise.all(ids.map(drawn));
    await panel.send({ type: 'selected', scenario: 'B' });
    for (const [i, id] of ids.entries()) {
      await until(`another drawing of ${id}`, async () => (await drawn(id)) !== before[i]);
    }
  });

  it('switches an axis to a logarithm and back, over edits too', async () => {
    await open();
    const linear = await drawn('trade-off');
    const untilDrawn = (what, image) =>
      until(what, async () => (await drawn('trade-off')) === image);
    const box = figure('trade-off').getByText('log y');
    await box.click();
    await until('another drawing', async () => (await drawn('trade-off')) !== linear);
    const log = await atRest('trade-off');
    await panel.send(message(picture(SCENARIOS, { pending: true }), { version: 2 }));
    await untilDrawn('the logarithm again', log);
    await box.click();
    await untilDrawn('the linear axis again', linear);
    assert.equal(await figure('day-nodes').getByText('log y').isVisible(), false);
  });

  it('reads the colours again when the theme changes', async () => {
    await open();
    const background = () =>
      panel.page
        .locator('vscode-button')
        .first()
        .evaluate((each) => getComputedStyle(each).backgroundColor);
    const [dark, darkButton] = [await drawn('trade-off'), await background()];
    for (const theme of ['light', 'hc-dark', 'hc-light']) {
      await panel.setTheme(theme);
      await until(`the colours of ${theme}`, async () => (await drawn('trade-off')) !== dark);
    }
    await panel.setTheme('dark');
    await until('the first colours', async () => (await drawn('trade-off')) === dark);
    await untilEqual('the first button', background, darkButton);
  });

  it('follows a theme of the same kind with other colours', async () => {
    await open();
    const before = await drawn('latency');
    await panel.page.evaluate(() => {
      document.documentElement.style.setProperty('--vscode-charts-blue', '#00ffcc');
      document.documentElement.style.setProperty('--vscode-button-background', '#123456');
    });
    await until('another blue', async () => (await drawn('latency')) !== before);
    const button = panel.page.locator('vscode-button[appearance=primary]').first();
    await untilEqual(
      'the colour of the button',
      () => button.evaluate((each) => getComputedStyle(each).backgroundColor),
      'rgb(18, 52, 86)',
    );
  });

  for (const reducedMotion of ['no-preference', 'reduce']) {
    it(`moves when a scale is switched only where motion is welcome: ${reducedMotion}`, async () => {
      await open({ reducedMotion, ownClock: true });
      await figure('trade-off')
        .locator('vscode-checkbox')
        .nth(1)
        .evaluate((box) => box.click());
      await panel.page.clock.runFor(50);
      const early = await drawn('trade-off');
      await panel.page.clock.runFor(1000);
      assert.equal((await drawn('trade-off')) === early, reducedMotion === 'reduce');
    });
  }

  it('sends a PNG with its title and legend, and asks for the SVG', async () => {
    await open();
    await figure('latency').getByText('Save PNG').click();
    await figure('latency').getByText('Save SVG').click();
    const [{ chart, data }] = await panel.untilPosted('savePng');
    assert.equal(chart, 'latency');
    const bytes = Buffer.from(data, 'base64');
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    assert.equal(bytes.readUInt32BE(16), 1920);
    assert.ok(bytes.length > 10_000);
    const scales = { x: 'linear', y: 'linear' };
    await panel.untilSent({ type: 'saveSvg', chart: 'latency', scales, changes: [] });
  });

  it('asks for the SVG as it is on the screen: its scales, and what is tried', async () => {
    await open();
    let pictures = 0;
    const height = async () => {
      await figure('trade-off').getByText('Save PNG').click();
      const { data } = (await panel.untilPosted('savePng', ++pictures)).at(-1);
      return Buffer.from(data, 'base64').readUInt32BE(20);
    };
    const before = await height();
    panel.answerWith(({ type, request }) =>
      type === 'tryChanges' ? { type: 'whatIf', request, outcome: outcome() } : undefined,
    );
    await panel.page.getByRole('slider', { name: 'Users' }).press('PageUp');
    await untilMatches(
      'what is tried',
      () => figure('trade-off').locator('.tried').innerText(),
      /^Tried, not in the file: users 1,000 → 2,000$/,
    );
    await figure('trade-off').getByText('log y').click();
    await figure('trade-off').getByText('Save SVG').click();
    await figure('latency').getByText('Save SVG').click();
    const [{ changes }] = await panel.untilPosted('tryChanges');
    assert.equal(changes.length, 1);
    await panel.untilSent(
      { type: 'saveSvg', chart: 'trade-off', scales: { x: 'log', y: 'log' }, changes },
      { type: 'saveSvg', chart: 'latency', scales: { x: 'linear', y: 'linear' }, changes: [] },
    );
    // A line that says it is tried, and one for the change.
    assert.ok((await height()) >= before + 80, 'the picture says so too');
  });

  it('says all that stands at one place', async () => {
    await open();
    const charts = picture().charts.map((chart) =>
      chart.id === 'latency' ? { ...chart, series: atOnePlace(chart.series) } : chart,
    );
    await panel.send(message(picture(SCENARIOS, { charts }), { version: 2 }));
    const plot = figure('latency').locator('.plot');
    await plot.scrollIntoViewIfNeeded();
    const { x: left, y: top, width, height } = await plot.boundingBox();
    let said = '';
    for (let x = 30; x < width && !/Scenario A/.test(said); x += 14) {
      for (let y = 20; y < height && !/Scenario A/.test(said); y += 14) {
        await panel.page.mouse.move(left + x, top + y);
        said = await plot.locator('.tip').innerText();
      }
    }
    assert.match(said, /Scenario A/);
    assert.match(said, /An observation, measured/);
  });

  /** Moves the first observation to the place of the first scenario. */
  function atOnePlace(series) {
    const { x, y } = series.find(({ id }) => id === 'scenarios').points[0];
    return series.map((each) =>
      each.id === 'measured' ? { ...each, points: [{ ...each.points[0], x, y }] } : each,
    );
  }

  it('explains the ring of what is tried, and keeps its height and its legend', async () => {
    await open({ width: 700 });
    const lead = figure('trade-off');
    const legend = () => lead.locator('.legend').innerText();
    const height = () => lead.evaluate((each) => each.getBoundingClientRect().height);
    const [words, high] = [await legend(), await height()];
    await panel.page.getByRole('slider', { name: 'Users' }).press('PageUp');
    const [{ request }] = await panel.untilPosted('tryChanges');
    await panel.send({ type: 'whatIf', request, outcome: outcome() });
    const ring = lead.locator('.tried .swatch path');
    await untilEqual('the ring', () => ring.getAttribute('stroke-dasharray'), '3 2');
    assert.equal(await legend(), words);
    assert.equal(await height(), high);
    assert.equal(await lead.locator('.conclusion').isVisible(), false);
  });

  it('leaves no chart alone in a row that it does not fill', async () => {
    await open({ width: 1600 });
    for (const count of [2, 3, 4, 5]) {
      const all = slowCharts();
      const charts = picture().charts.slice(0, Math.min(count, 2));
      await panel.send(
        message(picture(SCENARIOS, { charts, pending: true }), { version: count + 1 }),
        { type: 'charts', version: count + 1, charts: all.slice(0, Math.max(0, count - 2)) },
      );
      await until(`no chart alone of ${count}`, async () => {
        const { last, grid, inRow } = await panel.page.locator('.figures').evaluate(lastRow);
        return inRow > 1 || last > grid * 0.9;
      });
    }
  });

  /** Runs in the page: returns the widths of the last chart and of the grid, and how many charts the last row has. */
  const lastRow = (element) => {
    const boxes = [...element.children].map((each) => each.getBoundingClientRect());
    const end = boxes.at(-1);
    return {
      last: end.width,
      grid: element.getBoundingClientRect().width,
      inRow: boxes.filter(({ top }) => Math.abs(top - end.top) < 2).length,
    };
  };

  it('names the line of a limit, however narrow it is', async () => {
    await open({ width: 320 });
    const words = [];
    await panel.page.exposeFunction('heard', (text) => words.push(text));
    await panel.page.evaluate(() => {
      const { fillText } = globalThis.CanvasRenderingContext2D.prototype;
      globalThis.CanvasRenderingContext2D.prototype.fillText = function fill(text, ...rest) {
        void globalThis.heard(text);
        return fillText.call(this, text, ...rest);
      };
    });
    const charts = picture().charts.map((chart) => ({
      ...chart,
      rules: [
        {
          axis: 'y',
          at: 3,
          label: 'a target with a name that is longer than the chart is wide <3 s',
          kind: 'limit',
        },
      ],
    }));
    await panel.send(message(picture(SCENARIOS, { charts }), { version: 2 }));
    await until('the name, cut', () =>
      words.some((each) => /^a target with a name.*…$/.test(each)),
    );
  });

  it('fits its frame again when the window changes', async () => {
    await open({ width: 1600 });
    await panel.resize(400);
    const canvas = figure('trade-off').locator('canvas');
    await until('a drawing that fits', () =>
      canvas.evaluate(({ clientWidth, parentElement }) => {
        return clientWidth <= parentElement.clientWidth;
      }),
    );
  });
});
