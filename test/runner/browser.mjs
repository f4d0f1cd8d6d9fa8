// Finds the tests' browser: the one named by CHROME_PATH, else headless Chromium, else an installed one. Chromium
// comes from the npm package @sparticuz/chromium (Linux x64).
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TEST_MS } from '../support/patience.mjs';

export const BROWSER_HOST = join(dirname(fileURLToPath(import.meta.url)), '..', 'host');
const MODULES = join(BROWSER_HOST, 'node_modules');
const UNPACKED = join(MODULES, '.chromium');

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    ...(await findBrowser()),
    headless: true,
    args: QUIET,
    timeout: TEST_MS,
  });
}

/** Unpacks the browser ahead of the first launch (2 s, 220 MB, once). */
export async function prepareBrowser() {
  await findBrowser();
}

async function findBrowser() {
  if (process.env.CHROME_PATH) {
    return { executablePath: process.env.CHROME_PATH };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    return unpackChromium();
  }
  const executablePath = INSTALLED.find((path) => existsSync(path));
  if (!executablePath) {
    throw new Error('no browser was found: name one in CHROME_PATH');
  }
  return { executablePath };
}

/**
 * Unpacks Chromium into its own folder. The package unpacks to the system's temporary folder and runs the files
 * there, so a stranger's file could run. With AWS_LAMBDA_JS_RUNTIME set it also unpacks the few libraries (nss, nspr,
 * expat) that a bare system lacks. Both variables, and those that it sets itself, are kept from the rest of this
 * process.
 */
async function unpackChromium() {
  mkdirSync(UNPACKED, { recursive: true });
  const saved = { ...process.env };
  try {
    Object.assign(process.env, { TMPDIR: UNPACKED, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
    const entry = join(MODULES, '@sparticuz/chromium/build/esm/index.js');
    const { default: chromium } = await import(pathToFileURL(entry).href);
    const executablePath = await chromium.executablePath();
    const libraries = [join(UNPACKED, 'al2023', 'lib'), saved.LD_LIBRARY_PATH];
    return {
      executablePath,
      env: {
        ...saved,
        LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
        FONTCONFIG_FILE: writeFontsConfig(),
      },
    };
  } finally {
    for (const key of Object.keys(process.env)) {
      if (!(key in saved)) {
        delete process.env[key];
      }
    }
    Object.assign(process.env, saved);
  }
}

/** Writes fonts that are the same on every machine. The package's own fonts.conf has no monospaced font. */
function writeFontsConfig() {
  const preferred = {
    monospace: 'DejaVu Sans Mono',
    'sans-serif': 'Open Sans',
    'system-ui': 'Open Sans',
    serif: 'DejaVu Serif',
  };
  const aliases = Object.entries(preferred).map(
    ([family, font]) =>
      `<alias binding="strong"><family>${family}</family>` +
      `<prefer><family>${font}</family><family>DejaVu Sans</family></prefer></alias>`,
  );
  const path = join(UNPACKED, 'fonts.conf');
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(MODULES, 'dejavu-fonts-ttf', 'ttf')}</dir><dir>${join(UNPACKED, 'fonts')}</dir>
<cachedir>${join(UNPACKED, 'fonts-cache')}</cachedir>
${aliases.join('\n')}
</fontconfig>`,
  );
  return path;
}
