// Tests the report as an HTML file in a browser: it loads alone, is open to everyone, and prints whole.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importTypeScript } from '../../scripts/lib/importTypeScript.mjs';
import { axeFaults } from '../runner/axe.mjs';
import { launchBrowser } from '../runner/browser.mjs';
import { ROOT, prepareHost } from '../runner/host.mjs';
import { shootFailedTest, takeShot } from '../runner/shots.mjs';
import { TEST_MS } from '../runner/until.mjs';

const { analyzePlan } = await importTypeScript('src/lint/analyzePlan.ts');
const { renderHtml } = await importTypeScript('src/report/html/renderHtml.ts');
const PLANS = {
  example: 'examples/ollama-1000-users.capacity.yaml',
  growth: 'test/golden/reports/growth.capacity.yaml',
  hostile: 'test/golden/reports/hostile.capacity.yaml',
};
const THEMES = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'hc-light': { colorScheme: 'light', forcedColors: 'active' },
  'hc-dark': { colorScheme: 'dark', forcedColors: 'active' },
};

describe('the report as an HTML file', function () {
  this.timeout(TEST_MS);
  let folder;
  let browser;
  let page;

  before(async () => {
    await prepareHost();
    folder = mkdtempSync(join(tmpdir(), 'report-'));
    browser = await launchBrowser();
  });
  afterEach(async function () {
    await shootFailedTest(this.currentTest, page);
    await page?.close();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the report on a plan. Collects what the page asks for and what the browser complains about. */
  async function open(name, options) {
    const text = readFileSync(join(ROOT, PLANS[name]), 'utf8');
    const file = join(folder, `${name}.html`);
    writeFileSync(file, renderHtml(analyzePlan(text), { fileName: `${name}.capacity.yaml` }));
    page = await browser.newPage(options);
    const asked = [];
    const complaints = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    const address = pathToFileURL(file).href;
    await page.goto(address);
    return { asked, complaints, address };
  }

  const unfold = () =>
    page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });

  for (const name of Object.keys(PLANS)) {
    for (const [theme, options] of Object.entries(THEMES)) {
      it(`of ${name} is open to everyone in ${theme}, and asks for nothing`, async () => {
        const { asked, complaints, address } = await open(name, options);
        await takeShot(page, `html-report-${name}-${theme}`);
        await unfold();
        assert.deepEqual(await axeFaults(page), []);
        assert.deepEqual(asked, [address]);
        assert.deepEqual(complaints, []);
        assert.equal(await page.locator('script, iframe, img, link, object, form').count(), 0);
      });
    }
  }

  it('fits a phone', async () => {
    await open('example', { viewport: { width: 390, height: 844 } });
    await unfold();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 390, `the page is ${width} pixels wide`);
  });

  it('leads from the contents to every section', async () => {
    await open('example');
    const links = page.getByRole('link');
    const anchors = await links.evaluateAll((all) =>
      all.flatMap((link) => (link.hash && link.protocol === 'file:' ? [link.hash] : [])),
    );
    assert.ok(anchors.length >= 9);
    for (const anchor of anchors) assert.equal(await page.locator(anchor).count(), 1, anchor);
  });

  it('prints the decision with its risks and next benchmark on page one', async () => {
    // A4 within the margins of the style sheet, in pixels of 1/96 inch.
    await open('example', { viewport: { width: 680, height: 986 } });
    await page.emulateMedia({ media: 'print' });
    const end = await page.evaluate(() =>
      Math.round(
        document.querySelector('#contents').previousElementSibling.getBoundingClientRect().bottom,
      ),
    );
    assert.ok(end <= 986, `page one is ${end} pixels high`);
  });

  it('prints whole, in light, what is folded too', async () => {
    await open('example', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const hidden = await page.evaluate(
      () =>
        [...document.querySelectorAll('main > details')].filter(
          (fold) => fold.getBoundingClientRect().height < 50,
        ).length,
    );
    assert.equal(hidden, 0);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(paper, 'rgb(255, 255, 255)');
    const pdf = await page.pdf({ format: 'A4' });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type ?\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 4, `${pages} pages`);
  });
});
