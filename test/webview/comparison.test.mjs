// Tests the page of two compared benchmarks in a browser: in order for everyone, in every theme. Takes pictures.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript } from '../../scripts/lib/importTypeScript.mjs';
import { axeFaults } from '../runner/axe.mjs';
import { launchBrowser } from '../runner/browser.mjs';
import { ROOT, prepareHost } from '../runner/host.mjs';
import { shootFailedTest, takeShot } from '../runner/shots.mjs';
import { TEST_MS } from '../runner/until.mjs';
import { THEMES } from './themes.mjs';

const { answerComparison } = await importTypeScript('src/compare/comparisonView.ts');
const { comparisonPage } = await importTypeScript('src/vscode/compare/comparisonPage.ts');
const file = (name) => ({
  name,
  text: readFileSync(join(ROOT, 'test', 'golden', 'compare', name), 'utf8'),
});

describe('the page of two compared benchmarks', function () {
  this.timeout(TEST_MS);
  let browser;
  let page;
  let complaints;

  before(async () => {
    await prepareHost();
    browser = await launchBrowser();
  });
  afterEach(async function () {
    await shootFailedTest(this.currentTest, page);
    await page?.close();
  });
  after(() => browser?.close());

  /** Opens the page as a webview of VS Code with this theme shows it. */
  async function open(theme, width) {
    const { view } = answerComparison([file('before.csv'), file('after.csv')]);
    page = await browser.newPage({ viewport: { width, height: 900 } });
    complaints = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.setContent(comparisonPage(view));
    await page.evaluate(({ kind, variables }) => {
      document.body.className = kind;
      for (const [name, value] of Object.entries(variables)) {
        document.documentElement.style.setProperty(`--vscode-${name}`, value);
      }
      document.body.style.background = variables['editor-background'] ?? '';
    }, THEMES[theme]);
  }

  for (const theme of Object.keys(THEMES)) {
    for (const width of [360, 1000]) {
      it(`is in order for the accessibility engine: ${theme}, ${width} px`, async () => {
        await open(theme, width);
        assert.deepEqual(await axeFaults(page), []);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        assert.equal(overflow, 0);
        assert.deepEqual(complaints, []);
        await takeShot(page, `compare-${theme}-${width}`, { fullPage: true });
      });
    }
  }

  it('says the verdict first, then the curves of both and the loads', async () => {
    await open('light', 1000);
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    assert.match(heading, /^B is faster: latency 12% less \(±0\.93%\) at 8 users\./);
    assert.equal(await page.getByRole('img').count(), 1);
    assert.equal(await page.getByRole('table').count(), 4);
    assert.equal(await page.locator('tr.better').count(), 5);
  });
});
