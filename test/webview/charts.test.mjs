// Tests the drawings: their updates, and reading their points.
import assert from 'node:assert/strict';
import { SCENARIOS, message, outcome, picture, slowCharts } from './support/handmade.mjs';
import { startPanelHost } from './support/panelPage.mjs';

describe('the charts', function () {
  this.timeout(30_000);
  let host;
  let panel;

  before(async () => {
    host = await startPanelHost();
  });
  afterEach(async () => {
    assert.deepEqual(panel.complaints, []);
    assert.deepEqual(await panel.violations(), []);
    await panel.close();
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
      const colours = await figure(id)
        .locator('canvas')
        .evaluate((canvas) => {
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return new Set(new Uint32Array(data.buffer)).size;
        });
      assert.ok(colours > 20, `${id}: ${colours} colours`);
    }
  });

  it('names each canvas and says its conclusion, with the table beside it', async () => {
    await open();
    const canvas = figure('trade-off').locator('canvas');
    assert.equal(await canvas.getAttribute('role'), 'img');
    assert.match(await canvas.getAttribute('aria-label'), /^Cost and latency\. V is the cheapest/);
    await figure('trade-off').locator('summary').click();
    assert.equal(await figure('trade-off').locator('tbody tr').count(), 4);
  });

  it('reads its points with the keys, and Enter selects', async () => {
    await open();
    const plot = figure('trade-off').locator('.plot');
    await plot.focus();
    await panel.page.keyboard.press('ArrowRight');
    const tip = plot.locator('.tip');
    assert.match(await tip.innerText(), /Scenario V[^]*\$30\/h/);
    assert.match(await plot.locator('[aria-live]').innerText(), /Scenario V/);
    await panel.page.keyboard.press('ArrowDown');
    assert.doesNotMatch(await tip.innerText(), /Scenario V/);
    const [, name] = /Scenario (\w)/.exec(await tip.innerText());
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.posted('select'), [{ type: 'select', scenario: name }]);
    // Still there, and an edit does not take it away.
    assert.match(await tip.innerText(), new RegExp(`Scenario ${name}`));
    await panel.send(message(picture(SCENARIOS, { pending: true }), { version: 2 }));
    assert.match(await tip.innerText(), new RegExp(`Scenario ${name}`));
    await panel.page.keyboard.press('Escape');
    assert.equal(await tip.isVisible(), false);
  });

  it('shows the words of a point under the pointer, and a click selects', async () => {
    await open();
    const plot = figure('trade-off').locator('.plot');
    await plot.focus();
    await panel.page.keyboard.press('Home');
    const at = await plot.locator('.tip').evaluate(({ style, offsetWidth, parentElement }) => ({
      left: Number.parseFloat(style.left),
      top: Number.parseFloat(style.top),
      offsetWidth,
      width: parentElement.clientWidth,
    }));
    await panel.page.keyboard.press('Escape');
    const position = { x: at.left - 14, y: at.top + 10 };
    await plot.hover({ position });
    assert.match(await plot.locator('.tip').innerText(), /Scenario/);
    await plot.click({ position });
    assert.equal((await panel.posted('select')).length, 1);
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
    const after = await Promise.all(ids.map(drawn));
    ids.forEach((id, i) => {
      assert.notEqual(after[i], before[i], id);
    });
  });

  it('switches an axis to a logarithm and back, over edits too', async () => {
    await open();
    const linear = await drawn('trade-off');
    const box = figure('trade-off').getByText('log y');
    await box.click();
    const log = await atRest('trade-off');
    assert.notEqual(log, linear);
    await panel.send(message(picture(SCENARIOS, { pending: true }), { version: 2 }));
    assert.equal(await drawn('trade-off'), log);
    await box.click();
    assert.equal(await atRest('trade-off'), linear);
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
      await panel.send();
      assert.notEqual(await drawn('trade-off'), dark, theme);
    }
    await panel.setTheme('dark');
    await panel.send();
    assert.equal(await drawn('trade-off'), dark);
    assert.equal(await background(), darkButton);
  });

  it('follows a theme of the same kind with other colours', async () => {
    await open();
    const before = await drawn('latency');
    await panel.page.evaluate(() => {
      document.documentElement.style.setProperty('--vscode-charts-blue', '#00ffcc');
      document.documentElement.style.setProperty('--vscode-button-background', '#123456');
    });
    await panel.send();
    assert.notEqual(await drawn('latency'), before);
    const button = panel.page.locator('vscode-button[appearance=primary]').first();
    assert.equal(
      await button.evaluate((each) => getComputedStyle(each).backgroundColor),
      'rgb(18, 52, 86)',
    );
  });

  for (const reducedMotion of ['no-preference', 'reduce']) {
    it(`moves when a scale is switched only where motion is welcome: ${reducedMotion}`, async () => {
      await open({ reducedMotion, ownClock: true });
      await panel.page.clock.pauseAt(await panel.page.evaluate(() => Date.now() + 1000));
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
    const [{ chart, data }] = await panel.posted('savePng');
    assert.equal(chart, 'latency');
    const bytes = Buffer.from(data, 'base64');
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    assert.equal(bytes.readUInt32BE(16), 1920);
    assert.ok(bytes.length > 10_000);
    assert.deepEqual(await panel.posted('saveSvg'), [
      { type: 'saveSvg', chart: 'latency', scales: { x: 'linear', y: 'linear' }, changes: [] },
    ]);
  });

  it('asks for the SVG as it is on the screen: its scales, and what is tried', async () => {
    await open();
    const height = async () => {
      await figure('trade-off').getByText('Save PNG').click();
      const [{ data }] = (await panel.posted('savePng')).slice(-1);
      return Buffer.from(data, 'base64').readUInt32BE(20);
    };
    const before = await height();
    panel.answerWith(({ type, request }) =>
      type === 'tryChanges' ? { type: 'whatIf', request, outcome: outcome() } : undefined,
    );
    await panel.page.getByRole('slider', { name: 'Users' }).press('PageUp');
    await figure('trade-off').locator('.tried').waitFor();
    assert.match(
      await figure('trade-off').locator('.tried').innerText(),
      /^Tried, not in the file: users 1,000 → 2,000$/,
    );
    await figure('trade-off').getByText('log y').click();
    await figure('trade-off').getByText('Save SVG').click();
    await figure('latency').getByText('Save SVG').click();
    const [{ changes }] = await panel.posted('tryChanges');
    assert.equal(changes.length, 1);
    assert.deepEqual(await panel.posted('saveSvg'), [
      { type: 'saveSvg', chart: 'trade-off', scales: { x: 'log', y: 'log' }, changes },
      { type: 'saveSvg', chart: 'latency', scales: { x: 'linear', y: 'linear' }, changes: [] },
    ]);
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
    for (let x = 30; x < width && !/Scenario A/.test(said); x += 8) {
      for (let y = 20; y < height && !/Scenario A/.test(said); y += 8) {
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

  it('gives what is changed another sample in the legend than what is not', async () => {
    await open();
    const samples = async () =>
      figure('trade-off')
        .locator('.legend .swatch')
        .evaluateAll((all) => all.map((each) => each.outerHTML));
    const plan = await samples();
    await panel.page.getByRole('slider', { name: 'Users' }).press('PageUp');
    await panel.send(); // asks in the next frame
    const [{ request }] = await panel.posted('tryChanges');
    await panel.send({ type: 'whatIf', request, outcome: outcome() });
    const tried = (await samples()).filter((each) => !plan.includes(each));
    assert.equal(tried.length, 1);
    assert.match(tried[0], /stroke-dasharray/);
  });

  it('leaves no chart alone in a row that it does not fill', async () => {
    await open({ width: 1600 });
    for (const count of [1, 2, 3, 4, 5]) {
      const all = slowCharts();
      const charts = picture().charts.slice(0, Math.min(count, 2));
      await panel.send(
        message(picture(SCENARIOS, { charts, pending: true }), { version: count + 1 }),
        { type: 'charts', version: count + 1, charts: all.slice(0, Math.max(0, count - 2)) },
      );
      const { last, grid, inRow } = await panel.page.locator('.figures').evaluate((element) => {
        const boxes = [...element.children].map((each) => each.getBoundingClientRect());
        const end = boxes.at(-1);
        return {
          last: end.width,
          grid: element.getBoundingClientRect().width,
          inRow: boxes.filter(({ top }) => Math.abs(top - end.top) < 2).length,
        };
      });
      assert.ok(inRow > 1 || last > grid * 0.9, `${count} charts`);
    }
  });

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
    assert.ok(
      words.some((each) => /^a target with a name.*…$/.test(each)),
      words.join(),
    );
  });

  it('fits its frame again when the window changes', async () => {
    await open({ width: 1600 });
    await panel.page.setViewportSize({ width: 400, height: 800 });
    await panel.send();
    const fits = await figure('trade-off')
      .locator('canvas')
      .evaluate((canvas) => canvas.clientWidth <= canvas.parentElement.clientWidth);
    assert.equal(fits, true);
  });
});
