// Tests that the packaged extension speaks the language of VS Code.
import assert from 'node:assert/strict';
import { TEST_MS, untilEqual } from '../runner/until.mjs';
import { openWorkbench } from './workbench.mjs';

const EXAMPLE = 'ollama-1000-users.capacity.yaml';

describe('the extension in German', function () {
  this.timeout(TEST_MS);
  let workbench;
  let page;

  before(async () => {
    workbench = await openWorkbench({ language: 'de' });
    ({ page } = workbench);
    await workbench.openFile(EXAMPLE);
  });

  after(() => workbench?.close());

  afterEach(function () {
    return workbench.shotIfFailed(this.currentTest);
  });

  it('names its view, and says in it how the plans do', async () => {
    await page.locator('.activitybar').getByLabel('Kapazitätspläne').first().click();
    const row = page.getByRole('treeitem', { name: /^ollama-1000-users: B verfehlt strict/ });
    await row.first().waitFor();
    await workbench.shot('german-view');
  });

  it('says in the hover what leads on', async () => {
    const hover = await workbench.hoverAt(36, 4);
    await hover.getByText('verfehlt wahrscheinlich').waitFor();
    await hover.getByText('Diagramme öffnen').waitFor();
    await workbench.shot('german-hover');
  });

  it('opens charts by a German command, in a page that says its language', async () => {
    await workbench.runCommand('Capacity Plan: Diagramme öffnen');
    await page
      .locator('.tab', { hasText: `Diagramme: ${EXAMPLE}` })
      .first()
      .waitFor();
    const panel = workbench.webview().locator('#panel');
    await panel.locator('h1').first().waitFor();
    const language = () => panel.evaluate((element) => element.ownerDocument.documentElement.lang);
    await untilEqual('the language of the page', language, 'de');
    await panel.getByRole('button', { name: 'Bericht erzeugen' }).waitFor();
    await workbench.shot('german-charts');
  });

  it('logs no error', () => {
    assert.deepEqual(workbench.loggedErrors(), []);
  });
});
