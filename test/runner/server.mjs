// Starts the VS Code server on 127.0.0.1, with a temporary profile that is deleted with it.
import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { EXTENSION_ID, VSCODE, nodeForServer } from './host.mjs';
import { BUILTIN_EXTENSIONS, SETTINGS } from './settings.mjs';
import { TEST_MS } from './until.mjs';

const MAIN = join(VSCODE, 'out', 'server-main.js');

/**
 * Starts a server on a free port (or `port`) with an empty profile. Installs `vsix` into it first. `folders` are
 * extensions that are run from their folders.
 */
export async function startServer({ env = {}, settings = {}, vsix, port = 0, folders = [] } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'vscode-host-'));
  const removeData = () =>
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const flags = writeProfile(data, settings, folders);
  const vars = serverEnvironment(data, env);
  if (vsix) {
    try {
      installExtension(vsix, flags, vars);
    } catch (error) {
      removeData();
      throw error;
    }
  }
  const child = spawn(nodeForServer(), [MAIN, ...flags, ...listenFlags(port)], {
    env: vars,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const started = await waitForPort(child, exited).catch((error) => {
    child.kill('SIGKILL');
    removeData();
    throw error;
  });

  return {
    port: started.port,
    log: started.log,
    loggedErrors: () => errorsOfExtension(data),
    /** Returns the address that opens `folder`. `payload` is what VS Code's own browser tests pass. */
    url(folder, payload = []) {
      const query = new URLSearchParams({ folder });
      const skip = [
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ];
      query.set('payload', JSON.stringify([...skip, ...payload]));
      return `http://127.0.0.1:${started.port}/?${query}`;
    },
    /** Sets the settings that windows find from now on. */
    configure: (own) => writeSettings(data, own),
    remote: (path) => `vscode-remote://127.0.0.1:${started.port}${path}`,
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await exited;
      clearTimeout(late);
      if (!process.env.KEEP) {
        removeData();
      }
    },
  };
}

/** Returns the lines of all logs in which the extension failed: its own, and VS Code's that name it. */
function errorsOfExtension(data) {
  const logs = readdirSync(data, { recursive: true }).filter((name) => name.endsWith('.log'));
  const isOwn = (name) => basename(name).startsWith('Capacity Plan');
  // the extension's own log begins with its first line, VS Code's with the window
  if (logs.length === 0) throw new Error('VS Code has no log');
  return logs.flatMap((name) => {
    const lines = readFileSync(join(data, name), 'utf8').split('\n');
    return lines.filter(
      (line) => line.includes('[error]') && (isOwn(name) || line.includes(EXTENSION_ID)),
    );
  });
}

function writeProfile(data, settings, folders) {
  writeSettings(data, settings);
  const builtin = join(data, 'builtin');
  mkdirSync(builtin);
  for (const name of BUILTIN_EXTENSIONS) {
    symlinkSync(join(VSCODE, 'extensions', name), join(builtin, name), 'dir');
  }
  for (const folder of folders) symlinkSync(folder, join(builtin, basename(folder)), 'dir');
  return [
    ...['--server-data-dir', data],
    ...['--user-data-dir', join(data, 'data')],
    ...['--extensions-dir', join(data, 'extensions')],
    ...[
      '--builtin-extensions-dir',
      process.env.ALL_BUILTINS ? join(VSCODE, 'extensions') : builtin,
    ],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
  ];
}

function writeSettings(data, settings) {
  const user = join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  const merged = JSON.stringify({ ...SETTINGS, ...settings }, null, 2);
  writeFileSync(join(user, 'settings.json'), merged);
}

function serverEnvironment(data, env) {
  // No marketplace. TMPDIR makes the server's sockets go away with the profile.
  const all = { ...process.env, EXTENSIONS_GALLERY: '{}', TMPDIR: data, ...env };
  // A VS Code terminal sets these for its own processes, and they mislead another VS Code.
  const misleading = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(all).filter(([key]) => !misleading.test(key)));
}

function installExtension(vsix, flags, env) {
  const args = [MAIN, ...flags, '--install-extension', vsix];
  const { status, stdout, stderr } = spawnSync(nodeForServer(), args, { env, encoding: 'utf8' });
  if (process.env.VERBOSE) {
    console.log(stdout, stderr);
  }
  if (status !== 0 || !/successfully installed/i.test(stdout)) {
    throw new Error(`installing ${vsix} ended with ${status}\n${stdout}\n${stderr}`);
  }
}

function listenFlags(port) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    '--disable-workspace-trust',
    // Without it a built workbench silently ignores extensionDevelopmentPath and extensionTestsPath.
    '--enable-smoke-test-driver',
  ];
}

function waitForPort(child, exited) {
  let log = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the VS Code server did not come up in ${TEST_MS / 1000} s\n${log}`)),
      TEST_MS,
    );
    const take = (chunk) => {
      log += chunk;
      if (process.env.VERBOSE) {
        process.stdout.write(chunk);
      }
      const listening = /Extension host agent listening on (\d+)/.exec(log);
      if (listening) {
        clearTimeout(timer);
        resolve({ port: Number(listening[1]), log: () => log });
      }
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void exited.then((code) => {
      clearTimeout(timer);
      reject(new Error(`the VS Code server ended with ${code}\n${log}`));
    });
  });
}
