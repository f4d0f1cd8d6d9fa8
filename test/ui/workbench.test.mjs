import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { THEMES, openWorkbench } from './workbench.mjs';

const EXAMPLE = 'ollama-1000-users.capacity.yaml';

describe('the packaged extension in the workbench', function () {
  this.timeout(60_000);
  let workbench;

  before(async function () {
    this.timeout(180_000);
    workbench = await openWorkbench();
  });

  after(() => workbench?.close());

  afterEach(async function () {
    if (this.currentTest.state === 'failed') {
      await workbench.shot(`failed-${this.currentTest.title.replaceAll(/\W+/g, '-')}`);
    }
  });

  it('opens a plan from the explorer and names its language', async () => {
    await workbench.openFile(EXAMPLE);
    await workbench.page.locator('.statusbar-item', { hasText: 'Capacity Plan' }).first().waitFor();
  });

  for (const theme of Object.keys(THEMES)) {
    it(`shows a plan in the theme ${theme}`, async () => {
      await workbench.setTheme(theme);
      await workbench.shot(`plan-${theme}`);
    });
  }

  it('shows Markdown with a chart in the preview', async () => {
    await workbench.setTheme('dark');
    const chart = '```mermaid\nflowchart LR\n  plan --> report\n```\n';
    writeFileSync(join(workbench.folder, 'preview.md'), `# Preview\n\n${chart}`);
    await workbench.openFile('preview.md');
    await workbench.runCommand('Markdown: Open Preview');
    await workbench.webview().locator('h1', { hasText: 'Preview' }).waitFor();
    await workbench.webview().locator('svg').first().waitFor();
    await workbench.shot('preview');
  });
});
