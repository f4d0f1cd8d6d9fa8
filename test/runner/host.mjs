// Prepares a real VS Code without a download: the server and web workbench in code-server's npm package. Its Node
// comes with it. All is installed apart from the project's own modules.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSER_HOST, prepareBrowser } from './browser.mjs';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** VSCODE_HOST=host-oldest selects the oldest supported VS Code, instead of a recent one. */
const HOST = join(ROOT, 'test', process.env.VSCODE_HOST ?? 'host');
const MODULES = join(HOST, 'node_modules');

/**
 * VSCODE_SERVER_DIR names another server's lib/vscode with its own node_modules. VSCODE_SERVER_NODE names the Node
 * for it.
 */
export const VSCODE = process.env.VSCODE_SERVER_DIR ?? join(MODULES, 'code-server/lib/vscode');

const { publisher, name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
export const EXTENSION_ID = `${publisher}.${name}`;

/** Installs the server once for each state of its lockfile (about 15 s). Later calls take milliseconds. */
export function prepareServer() {
  install(HOST);
}

/** Prepares the server and a browser for it. */
export async function prepareHost() {
  prepareServer();
  if (HOST !== BROWSER_HOST && !process.env.CHROME_PATH) {
    install(BROWSER_HOST);
  }
  await prepareBrowser();
}

function install(host) {
  const lock = createHash('sha256')
    .update(readFileSync(join(host, 'package-lock.json')))
    .digest('hex');
  const stamp = join(host, 'node_modules', '.host-stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
    return;
  }
  console.log(`installing the VS Code test host into ${host} ...`);
  // code-server's own postinstall insists on one Node version and compiles native modules that no test needs.
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = runNpm(flags, host);
  if (status !== 0) {
    throw new Error(`npm ci in ${host} ended with ${status ?? error}`);
  }
  linkServedModules(host);
  writeFileSync(stamp, lock);
}

function runNpm(args, cwd) {
  const options = { cwd, stdio: 'inherit', env: withoutOuterNpm(process.env) };
  const npm = process.env.npm_execpath;
  return npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, options);
}

/** Removes variables of `npm test` that would reach the npm that runs inside it. */
function withoutOuterNpm(env) {
  const outer =
    /^npm_(config_(?!registry|cafile|cache|userconfig|globalconfig)|package|lifecycle)/i;
  return Object.fromEntries(Object.entries(env).filter(([key]) => !outer.test(key)));
}

/**
 * Links /static/node_modules/vscode-oniguruma/... and so on, which the workbench requests, to the host's own modules.
 */
function linkServedModules(host) {
  const link = join(host, 'node_modules/code-server/lib/vscode/node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(join('..', '..', '..'), link, 'dir');
}

/** Returns the Node that the server was built for, if the host carries one for this machine. */
export function nodeForServer() {
  if (process.env.VSCODE_SERVER_NODE) {
    return process.env.VSCODE_SERVER_NODE;
  }
  const own = join(MODULES, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}
