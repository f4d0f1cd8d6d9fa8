// Runs the panel in a real browser, under the content security policy of the extension.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { axeFaults } from '../../runner/axe.mjs';
import { launchBrowser } from '../../runner/browser.mjs';
import { ROOT, prepareHost } from '../../runner/host.mjs';
import { shootFailedTest } from '../../runner/shots.mjs';
import { PATIENCE_MS, until, untilEqual } from '../../runner/until.mjs';
import { THEMES } from '../themes.mjs';

const FILES = {
  '/main.js': [join(ROOT, 'dist', 'webview', 'main.js'), 'text/javascript'],
  '/panel.css': [join(ROOT, 'media', 'panel.css'), 'text/css'],
};
/** Translations that a page can speak: German, and a pseudo language that puts every text into brackets. */
const GERMAN = JSON.parse(readFileSync(join(ROOT, 'l10n', 'bundle.l10n.de.json'), 'utf8'));
const LANGUAGES = {
  de: GERMAN,
  pseudo: Object.fromEntries(Object.keys(GERMAN).map((key) => [key, `⟦${key}⟧`])),
};

/** Starts one server and one browser for a suite. */
export async function startPanelHost() {
  await prepareHost();
  const server = await serve();
  const browser = await launchBrowser();
  return {
    /**
     * A new panel, which has said that it is ready. `saved` is what it kept before a reload. With a clock of its own no
     * time passes but what tests and `settled` let pass.
     */
    async open(options = {}) {
      const { theme = 'dark', width = 1280, height = 900, reducedMotion, saved } = options;
      const page = await browser.newPage({ viewport: { width, height } });
      page.setDefaultTimeout(PATIENCE_MS);
      if (reducedMotion) await page.emulateMedia({ reducedMotion });
      const url = options.language ? `${server.url}?${options.language}` : server.url;
      return openPanel(page, { url, theme, saved, ownClock: options.ownClock });
    },
    async close() {
      await browser.close();
      server.stop();
    },
  };
}

async function openPanel(page, { url, theme, saved, ownClock }) {
  /** Forbidden events: errors, warnings, and refusals of the policy. */
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const deliver = (messages) =>
    page.evaluate((all) => globalThis.deliver(JSON.parse(all)), JSON.stringify(messages));
  /** Stands in for the extension. Tests that want answers put a function here. */
  let answer = () => undefined;
  await page.exposeFunction('toHost', async (message) => {
    const reply = await answer(message);
    if (reply === undefined) return;
    await deliver([reply]);
  });
  await page.addInitScript(initialize, { theme: THEMES[theme], saved });
  if (ownClock) await page.clock.install();
  await page.goto(url);
  await page.waitForFunction(() => globalThis.posted?.some(({ type }) => type === 'ready'));
  if (ownClock) await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));

  /** Lets time pass: some frames, each with the tasks that it leaves behind. */
  const pass = ownClock
    ? () => page.clock.runFor(100)
    : () => page.evaluate(() => globalThis.framesOn(3));

  /**
   * Waits until the page has done all that was due: what follows a message, a key or a click, also out of view. Answers
   * of the other side are awaited, too.
   */
  async function settled() {
    // The charts that follow a picture are awaited by their own message.
    await until('no part of the page to be due', async () => {
      await pass();
      return page.evaluate(
        () =>
          globalThis.unanswered === 0 &&
          document.querySelector('[aria-busy]:not(.figures)') === null,
      );
    });
    await pass();
  }

  /** Returns the panel's messages of one type. */
  const posted = (type) =>
    page.evaluate((wanted) => globalThis.posted.filter((each) => each.type === wanted), type);

  return {
    page,
    complaints,
    answerWith(answers) {
      answer = answers;
    },
    violations: () => page.evaluate(() => globalThis.violations),
    settled,
    /** Sends messages as JSON, like the extension. Waits until all is painted, also what is out of view. */
    async send(...messages) {
      await deliver(messages);
      await settled();
    },
    posted,
    /** Waits for as many messages of one type, and returns them. */
    untilPosted: (type, count = 1) =>
      until(`${count} of the message ${type}`, async () => {
        const all = await posted(type);
        return all.length >= count && all;
      }),
    /** Waits until the panel has posted these messages of the type of the first. */
    untilSent: (...messages) =>
      untilEqual(`the message ${messages[0].type}`, () => posted(messages[0].type), messages),
    state: () => page.evaluate(() => globalThis.savedState),
    async resize(newWidth, newHeight = 900) {
      await page.setViewportSize({ width: newWidth, height: newHeight });
      await untilEqual('the width', () => page.evaluate(() => innerWidth), newWidth);
      await settled();
    },
    setTheme: async (name) => {
      await page.evaluate((next) => globalThis.applyTheme(next), THEMES[name]);
      await settled();
    },
    /** Returns what the accessibility engine finds wrong, in a line each. */
    axe: () => axeFaults(page),
    close: () => page.close(),
    /**
     * Ends a test of mocha: takes a picture if it failed, closes the page, and expects that nobody complained. `allowed`
     * says that the test itself judges the complaints.
     */
    async end(test, { allowed = false } = {}) {
      await shootFailedTest(test, page);
      const violations = await page.evaluate(() => globalThis.violations);
      await page.close();
      if (test.state === 'failed') {
        for (const complaint of complaints) console.log(`the page said: ${complaint}`);
        return;
      }
      assert.deepEqual(violations, []);
      if (!allowed) assert.deepEqual(complaints, []);
    },
  };
}

/** Runs in the page before everything else, as VS Code's own frame does. */
function initialize({ theme, saved }) {
  globalThis.posted = [];
  /** Number of messages that the other side has not dealt with yet. */
  globalThis.unanswered = 0;
  globalThis.violations = [];
  globalThis.savedState = saved;
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    globalThis.violations.push(`${violatedDirective} ${blockedURI}`);
  });
  globalThis.applyTheme = ({ kind, variables }) => {
    const root = document.documentElement;
    for (const name of [...root.style]) root.style.removeProperty(name);
    for (const [name, value] of Object.entries(variables)) {
      root.style.setProperty(`--vscode-${name}`, value);
    }
    document.body.className = kind;
    if (kind === 'vscode-high-contrast-light') document.body.classList.add('vscode-high-contrast');
    document.body.dataset.vscodeThemeKind = kind;
  };
  globalThis.firstTheme = theme;
  /** Lets frames pass, each with the tasks that it leaves behind. Frames and tasks run in the order of their requests. */
  globalThis.framesOn = async (count) => {
    for (let i = 0; i < count; i++) {
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  /** Posts messages, and waits until the page has them. */
  globalThis.deliver = (messages) =>
    new Promise((resolve) => {
      const last = JSON.stringify(messages.at(-1));
      if (last === undefined) {
        resolve();
        return;
      }
      addEventListener('message', function hear({ data }) {
        if (JSON.stringify(data) !== last) return;
        removeEventListener('message', hear);
        resolve();
      });
      for (const message of messages) globalThis.postMessage(message, '*');
    });
}

function serve() {
  const server = createServer((request, response) => {
    const [path, language] = request.url.split('?');
    const file = FILES[path];
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end(pageFor(request.headers.host, LANGUAGES[language]));
    } else if (file) {
      response.setHeader('Content-Type', file[1]);
      response.end(readFileSync(file[0]));
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        url: `http://127.0.0.1:${server.address().port}/`,
        stop() {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}

/**
 * Returns the page as src/vscode/charts/panelHtml.ts writes it, with what VS Code's frame adds before the panel's
 * script.
 */
function pageFor(host, texts) {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src http://${host} 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" nonce="${nonce}" href="/panel.css">
<title>Charts</title>
</head>
<body>
<main id="panel"></main>${textsElement(texts)}
<script nonce="${nonce}">
  applyTheme(firstTheme);
  globalThis.acquireVsCodeApi = () => {
    delete globalThis.acquireVsCodeApi;
    return {
      postMessage: (message) => {
        posted.push(structuredClone(message));
        unanswered++;
        void toHost(message).finally(() => unanswered--);
      },
      getState: () => savedState,
      setState: (state) => { savedState = structuredClone(state); return state; },
    };
  };
</script>
<script nonce="${nonce}" src="/main.js"></script>
</body>
</html>`;
}

function textsElement(texts) {
  if (!texts) return '';
  const json = JSON.stringify(texts).replaceAll('<', '\\u003c');
  return `\n<script type="application/json" id="texts">${json}</script>`;
}
