// The packaged extension in a real VS Code in a real browser, for tests that act as a person would.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../runner/browser.mjs';
import { ROOT, prepareHost } from '../runner/host.mjs';
import { startServer } from '../runner/server.mjs';
import { themeId } from '../runner/settings.mjs';
import { copyExamples } from '../runner/workspace.mjs';

const SHOTS = process.env.SHOTS ?? join(ROOT, 'out', 'shots');

/** The kinds of theme that everything has to look good in. */
export const THEMES = ['dark', 'light', 'highContrast', 'highContrastLight'];

export async function openWorkbench({
  settings = {},
  viewport = { width: 1280, height: 800 },
} = {}) {
  mkdirSync(SHOTS, { recursive: true });
  await prepareHost();
  const workspace = copyExamples();
  const server = await startServer({
    vsix: join(ROOT, 'out', 'capacity-plan.vsix'),
    settings,
  });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport });
  await page.goto(server.url(workspace.folder));
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });

  return {
    page,
    folder: workspace.folder,
    shot: (name) => page.screenshot({ path: join(SHOTS, `${name}.png`) }),

    /** Opens a file from the explorer, and waits for its text. */
    async openFile(name) {
      await page
        .locator('.explorer-folders-view .monaco-list-row', { hasText: name })
        .first()
        .dblclick();
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await page.locator('.editor-instance .view-line').first().waitFor();
    },

    /** Runs a command by its title, as from the keyboard. */
    async runCommand(title) {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').fill(`>${title}`);
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: title })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
    },

    /** The first piece of the editor's text that contains `text`, where a person would point. */
    word: (text) =>
      page.locator('.editor-instance .view-line span span', { hasText: text }).first(),

    /** The document inside the only webview, as the Markdown preview's. */
    webview: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),

    /** Switches the colours through the settings, and waits until they are there. */
    async setTheme(kind) {
      server.changeSettings({ 'workbench.colorTheme': themeId(kind) });
      const base = { dark: 'vs-dark', light: 'vs', highContrast: 'hc-black' }[kind] ?? 'hc-light';
      await page.locator(`.monaco-workbench.${base}`).waitFor();
    },

    async close() {
      await browser.close();
      await server.stop();
      workspace.remove();
    },
  };
}
