// Drives the packaged extension in a real VS Code in a real browser, for tests that act as a person.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../runner/browser.mjs';
import { ROOT, prepareHost } from '../runner/host.mjs';
import { startServer } from '../runner/server.mjs';
import { shootFailedTest, shootFailure, takeShot } from '../runner/shots.mjs';
import { PATIENCE_MS, until, untilEqual } from '../runner/until.mjs';
import { copyExamples } from '../runner/workspace.mjs';

/** Kinds of theme that everything has to look good in: VS Code's name, its class, and what a webview calls the kind. */
export const THEMES = {
  dark: { label: 'Dark Modern', base: 'vs-dark', kind: 'vscode-dark' },
  light: { label: 'Light Modern', base: 'vs', kind: 'vscode-light' },
  highContrast: { label: 'Dark High Contrast', base: 'hc-black', kind: 'vscode-high-contrast' },
  highContrastLight: {
    label: 'Light High Contrast',
    base: 'hc-light',
    kind: 'vscode-high-contrast-light',
  },
};

/** Tells if every text is shown in every theme: `LONG=1`. Otherwise some are, and all in one. */
export const isLong = process.env.LONG === '1';

let starting;

/** Starts the server with the packaged extension, and the browser, that all suites share. */
function startOnce() {
  starting ??= (async () => {
    await prepareHost();
    const server = await startServer({ vsix: join(ROOT, 'out', 'capacity-plan.vsix') });
    const browser = await launchBrowser().catch(async (error) => {
      await server.stop();
      throw error;
    });
    return { server, browser };
  })();
  return starting;
}

/** Ends what all suites share. Mocha does so at its end. */
export async function endVSCode() {
  const { server, browser } = (await starting?.catch(() => undefined)) ?? {};
  starting = undefined;
  await browser?.close();
  await server?.stop();
}

globalThis.after?.(endVSCode);

/**
 * Opens a folder of its own in a window that keeps nothing of the windows before.
 *
 * @param files Texts of files in the folder, beside the examples. VS Code misses those that are written while it opens.
 * @param language VS Code tells it to extensions. Its own texts stay English, since no language pack is installed.
 */
export async function openWorkbench({
  settings = {},
  viewport = { width: 1280, height: 800 },
  language,
  files = {},
} = {}) {
  const isFirst = starting === undefined;
  const { server, browser } = await startOnce();
  const earlierErrors = new Set(isFirst ? [] : server.loggedErrors());
  const workspace = copyExamples();
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(workspace.folder, name), text);
  }
  server.configure(settings);
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(PATIENCE_MS);
  if (language !== undefined) await page.addInitScript(setLanguage, language);
  async function close() {
    // Leaving ends the window’s extension host, which would wait for a page that is only gone.
    await page.goto('about:blank');
    await page.close();
    workspace.remove();
  }
  try {
    await page.goto(server.url(workspace.folder), { timeout: 2 * PATIENCE_MS });
    await page.locator('.monaco-workbench').waitFor({ timeout: 2 * PATIENCE_MS });
  } catch (error) {
    await shootFailure(page, 'workbench does not open');
    await close();
    throw error;
  }
  const quickInput = page.locator('.quick-input-widget');

  /** Runs a command from the palette, by its whole title. A palette that opens too early lacks our commands. */
  async function runCommand(title) {
    await until(`the command ${title}`, async () => {
      await ask('F1', `>${title}`);
      const isPicked = await isReached(entry(title).click({ timeout: 10_000 }));
      if (!isPicked) await page.keyboard.press('Escape');
      return isPicked;
    });
  }

  /**
   * Opens VS Code's input by a key, and writes into it. A key may be lost while VS Code is busy, and the input closes
   * where something else takes the focus.
   */
  async function ask(key, text) {
    await until('the last input to close', async () => {
      if (await disappears(quickInput, 5000)) return true;
      await page.keyboard.press('Escape');
      return false;
    });
    const input = quickInput.locator('input').first();
    await until(`the input that ${key} opens`, async () => {
      await page.keyboard.press(key);
      return isReached(input.fill(text, { timeout: 5000 }));
    });
  }

  /** Clicks the entry of the open quick pick with exactly this name. */
  async function pick(label) {
    await entry(label).click();
  }

  function entry(label) {
    const name = page.locator('.label-name', { hasText: exactly(label) });
    return page.locator('.quick-input-list .monaco-list-row').filter({ has: name }).first();
  }

  return {
    page,
    folder: workspace.folder,
    /** Returns the errors that were logged since this window was opened. */
    loggedErrors: () => server.loggedErrors().filter((line) => !earlierErrors.has(line)),
    shot: (name) => takeShot(page, name),
    /** Takes a picture after a test of mocha, if it failed. */
    shotIfFailed: (test) => shootFailedTest(test, page),

    /** Opens a file from the explorer, and waits for its text. */
    async openFile(name) {
      const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
      await until(`the tab of ${name}`, async () => {
        // VS Code misses a file that is written before it watches the folder
        if (!(await appears(row.first(), 10_000))) await runCommand('Refresh Explorer');
        if (!(await isReached(row.first().dblclick({ timeout: 10_000 })))) return false;
        // it may be open in two groups
        return appears(page.locator('.tab.active', { hasText: name }).first(), 10_000);
      });
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
      const leave = async () => {
        await page.mouse.move(150, 500);
        await page.keyboard.press('Escape');
        await hover.waitFor({ state: 'hidden' });
      };
      await leave();
      const place = page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` });
      await until(`the cursor at line ${line}, column ${column}`, async () => {
        await ask('Control+G', `:${line}:${column}`);
        await page.keyboard.press('Enter');
        return appears(place, 5000);
      });
      await quickInput.waitFor({ state: 'hidden' });
      const cursor = page.locator('.editor-instance .cursors-layer .cursor').first();
      // Try again if the text has scrolled on in the meantime.
      await until(`a hover at line ${line}, column ${column}`, async () => {
        await leave();
        const { x, y, height } = await cursor.boundingBox();
        // In steps, because VS Code asks for a hover when the mouse comes to rest.
        await page.mouse.move(x + 4, y + height / 2, { steps: 4 });
        return appears(hover, 5000);
      });
      return page.locator('.monaco-hover:not(.hidden)').first();
    },

    /** Undoes the last change in the editor, once it has the focus. */
    async undo() {
      await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
      await page.keyboard.press('Control+Z');
    },

    /** Points at the language status until it shows these words. */
    async untilStatus(words) {
      await until(`the status ${words}`, async () => {
        await page.mouse.move(150, 500);
        await page.locator('[id="status.languageStatus"]').hover();
        return appears(page.getByText(words).first(), 5000);
      });
    },

    /**
     * Answers VS Code's file dialog with Enter until `next` is there, or the dialog is gone. The dialog takes no Enter
     * while it looks at the folder.
     */
    async confirmDialog(next) {
      const input = quickInput.locator('input[type="text"]').first();
      await until('an answer of the file dialog', async () => {
        if (!(await input.isVisible())) return true;
        await page.keyboard.press('Enter');
        if (next === undefined) return disappears(input, 5000);
        return Promise.race([appears(next, 5000), disappears(input, 5000)]);
      });
    },

    /** Waits for VS Code's file dialog, until it suggests a name with this end. */
    async untilDialog(end) {
      const input = quickInput.locator('input[type="text"]').first();
      await until(`a file dialog that suggests ${end}`, async () => {
        return (await input.inputValue()).endsWith(end);
      });
      return input;
    },

    /** Closes all editors, and waits until no webview of theirs is left. */
    async closeEditors() {
      await runCommand('View: Close All Editors');
      await untilEqual('no webview', () => page.locator('iframe.webview').count(), 0);
    },

    /** Returns the document inside the only webview, as the Markdown preview's. */
    webview: () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),

    /** Switches the colours with VS Code's own picker, and waits for them. */
    async setTheme(kind) {
      const { label, base } = THEMES[kind];
      const picker = page.locator('.quick-input-widget input[placeholder*="Theme"]');
      await until(`the theme ${label}`, async () => {
        await runCommand('Preferences: Color Theme');
        const isOpen = await isReached(picker.fill(label, { timeout: 5000 }));
        return isOpen && (await isReached(entry(label).click({ timeout: 5000 })));
      });
      await quickInput.waitFor({ state: 'hidden' });
      await page.locator(`.monaco-workbench.${base}`).waitFor();
    },

    close,
  };
}

/** Runs in the page before VS Code, which reads its language there. */
function setLanguage(language) {
  globalThis._VSCODE_NLS_LANGUAGE = language;
}

/** Whether an element is seen within so many milliseconds. */
export function appears(locator, timeout) {
  return isReached(locator.waitFor({ timeout }));
}

function disappears(locator, timeout) {
  return isReached(locator.waitFor({ state: 'hidden', timeout }));
}

/** Whether a wait ends before its time. Any other error is a fault of the test: two elements for one, for example. */
async function isReached(waiting) {
  try {
    await waiting;
    return true;
  } catch (error) {
    if (error.name === 'TimeoutError') return false;
    throw error;
  }
}

function exactly(text) {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
