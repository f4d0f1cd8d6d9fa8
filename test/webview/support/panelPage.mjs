// Runs the panel in a real browser, under the content security policy of the extension.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { launchBrowser } from '../../runner/browser.mjs';
import { ROOT, prepareHost } from '../../runner/host.mjs';
import { THEMES } from '../themes.mjs';

const FILES = {
  '/main.js': [join(ROOT, 'dist', 'webview', 'main.js'), 'text/javascript'],
  '/panel.css': [join(ROOT, 'media', 'panel.css'), 'text/css'],
};
const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** Starts one server and one browser for a suite. */
export async function startPanelHost() {
  await prepareHost();
  const server = await serve();
  const browser = await launchBrowser();
  return {
    /**
     * A new panel, which has said that it is ready. `saved` is what it kept before a reload; with a clock of its own,
     * tests set it forward instead of waiting.
     */
    async open(options = {}) {
      const { theme = 'dark', width = 1280, height = 900, reducedMotion, saved } = options;
      const page = await browser.newPage({ viewport: { width, height } });
      if (reducedMotion) await page.emulateMedia({ reducedMotion });
      if (options.ownClock) await page.clock.install();
      return openPanel(page, server.url, theme, saved);
    },
    async close() {
      await browser.close();
      server.stop();
    },
  };
}

async function openPanel(page, url, theme, saved) {
  /** Forbidden events: errors, warnings, and refusals of the policy. */
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  /** Stands in for the extension. Tests that want answers put a function here. */
  let answer = () => undefined;
  await page.exposeFunction('toHost', async (message) => {
    const reply = await answer(message);
    if (reply === undefined) return;
    const text = JSON.stringify(reply);
    await page.evaluate((json) => globalThis.postMessage(JSON.parse(json), '*'), text);
  });
  await page.addInitScript(initialize, { theme: THEMES[theme], saved });
  await page.goto(url);
  await page.waitForFunction(() => globalThis.posted?.some(({ type }) => type === 'ready'));

  /** The charts that follow a picture are awaited by their own message. */
  const allUpdated = () =>
    page.waitForFunction(() => document.querySelector('[aria-busy]:not(.figures)') === null);

  return {
    page,
    complaints,
    answerWith(answers) {
      answer = answers;
    },
    async violations() {
      return page.evaluate(() => globalThis.violations);
    },
    /** Sends messages as JSON, like the extension. Waits until all is painted, also what is out of view. */
    async send(...messages) {
      await page.evaluate(async (all) => {
        for (const message of JSON.parse(all)) globalThis.postMessage(message, '*');
        for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
      }, JSON.stringify(messages));
      await allUpdated();
    },
    /** Returns the panel's messages of one type. */
    posted: (type) =>
      page.evaluate((wanted) => globalThis.posted.filter((each) => each.type === wanted), type),
    state: () => page.evaluate(() => globalThis.savedState),
    setTheme: async (name) => {
      await page.evaluate((next) => globalThis.applyTheme(next), THEMES[name]);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      await allUpdated();
    },
    /** Returns what the accessibility engine finds wrong, in a line each. */
    async axe() {
      // Runs through the browser's protocol, which no policy of the page restricts.
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    close: () => page.close(),
  };
}

/** Runs in the page before everything else, as VS Code's own frame does. */
function initialize({ theme, saved }) {
  globalThis.posted = [];
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
}

function serve() {
  const server = createServer((request, response) => {
    const file = FILES[request.url];
    if (request.url === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end(pageFor(request.headers.host));
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
function pageFor(host) {
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
<main id="panel"></main>
<script nonce="${nonce}">
  applyTheme(firstTheme);
  globalThis.acquireVsCodeApi = () => {
    delete globalThis.acquireVsCodeApi;
    return {
      postMessage: (message) => {
        posted.push(structuredClone(message));
        void toHost(message);
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
