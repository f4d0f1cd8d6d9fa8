// Drives the packaged extension in a real VS Code in a real browser, for tests that act as a person.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../runner/browser.mjs';
import { ROOT, prepareHost } from '../runner/host.mjs';
import { startServer } from '../runner/server.mjs';
import { copyExamples } from '../runner/workspace.mjs';

const SHOTS = process.env.SHOTS ?? join(ROOT, 'out', 'shots');

/** Kinds of theme that everything has to look good in. */
export const THEMES = {
  dark: { label: 'Dark Modern', base: 'vs-dark' },
  light: { label: 'Light Modern', base: 'vs' },
  highContrast: { label: 'Dark High Contrast', base: 'hc-black' },
  highContrastLight: { label: 'Light High Contrast', base: 'hc-light' },
};

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

  /** Runs a command from the palette, by its whole title. */
  async function runCommand(title) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${title}`);
    await pick(title);
  }

  /** Clicks the entry of the open quick pick with exactly this name. */
  async function pick(label) {
    const name = page.locator('.label-name', { hasText: exactly(label) });
    await page.locator('.quick-input-list .monaco-list-row').filter({ has: name }).first().click();
  }

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

    runCommand,
    pick,

    /** Returns the first piece of the editor's text that contains `text`, where a person points. */
    word: (text) =>
      page.locator('.editor-instance .view-line span span', { hasText: text }).first(),

    /** Points at a place of the active editor, waits for the hover, and returns it. */
    async hoverAt(line, column) {
      const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
      // Leave the editor, so that the previous hover does not stay.
      await page.mouse.move(150, 500);
      await page.keyboard.press('Escape');
      await hover.waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+G');
      await page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
      const cursor = page.locator('.editor-instance .cursors-layer .cursor').first();
      // Try again if the text has scrolled on in the meantime.
      for (let tries = 3; tries > 0; tries--) {
        await page.mouse.move(150, 500);
        const { x, y, height } = await cursor.boundingBox();
        // In steps, because VS Code asks for a hover when the mouse comes to rest.
        await page.mouse.move(x + 4, y + height / 2, { steps: 4 });
        if (await appears(hover, 4000)) {
          return page.locator('.monaco-hover:not(.hidden)').first();
        }
      }
      throw new Error(`no hover at line ${line}, column ${column}`);
    },

    /** Returns the document inside the only webview, as the Markdown preview's. */
    webview: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),

    /** Switches the colours with VS Code's own picker, and waits for them. */
    async setTheme(kind) {
      const { label, base } = THEMES[kind];
      await runCommand('Preferences: Color Theme');
      await page.locator('.quick-input-widget input[placeholder*="Theme"]').fill(label);
      await pick(label);
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await page.locator(`.monaco-workbench.${base}`).waitFor();
    },

    async close() {
      await browser.close();
      await server.stop();
      workspace.remove();
    },
  };
}

function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

function exactly(text) {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
