// Serves VS Code's web workbench as static files, with the extension under development and its suite.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { ROOT, VSCODE } from './host.mjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Restores two places of the workbench that code-server changed to need its server. These are VS Code's own texts.
 */
const ORIGINALS = [
  [/remoteAuthority:location\.host/, () => 'remoteAuthority:void 0'],
  [
    /(get userRoamingDataHome\(\)\{return )\w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.vscodeRemote\}\),"User"\)/,
    (_all, start, uri) => `${start}${uri}.file("/User").with({scheme:"vscode-userdata"})`,
  ],
];

export async function serveWorkbench() {
  const workbench = originalWorkbench();
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end(pageFor(request.headers.host));
      return;
    }
    const file = fileFor(path);
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    if (file.endsWith('service-worker.js')) {
      response.setHeader('Service-Worker-Allowed', '/');
    }
    if (file.endsWith('/workbench/workbench.js')) {
      response.end(workbench);
    } else {
      createReadStream(file).pipe(response);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function fileFor(path) {
  if (path.startsWith('/extension/')) {
    return join(ROOT, path.slice('/extension/'.length));
  }
  return path.startsWith('/static/') ? join(VSCODE, path.slice('/static/'.length)) : undefined;
}

function originalWorkbench() {
  const path = join(VSCODE, 'out/vs/code/browser/workbench/workbench.js');
  return ORIGINALS.reduce(
    (text, [changed, original]) => {
      if (!changed.test(text)) {
        throw new Error(`this code-server's workbench.js has no ${changed}`);
      }
      return text.replace(changed, original);
    },
    readFileSync(path, 'utf8'),
  );
}

function pageFor(host) {
  const base = `http://${host}/static`;
  const served = (path) => ({ scheme: 'http', authority: host, path });
  const config = {
    // The next four are code-server's own.
    userDataPath: '/user',
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    // VS Code's file system in memory. The suite puts the examples there.
    folderUri: { scheme: 'tmp', path: '/examples' },
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [served('/extension')],
      extensionTestsPath: served('/extension/out/test/index.web.js'),
    },
    webviewEndpoint: `${base}/out/vs/workbench/contrib/webview/browser/pre`,
    _wrapWebWorkerExtHostInIframe: false,
    enableWorkspaceTrust: false,
    productConfiguration: { enableTelemetry: false, extensionsGallery: {} },
    configurationDefaults: {
      'chat.disableAIFeatures': true,
      'files.autoSave': 'off',
      'workbench.startupEditor': 'none',
    },
  };
  return `<!doctype html><html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${attribute(config)}">
<meta id="vscode-workbench-web-base-url" data-settings="${base}">
<meta id="vscode-workbench-builtin-extensions" data-settings="[]">
<link rel="stylesheet" href="${base}/out/vs/code/browser/workbench/workbench.css"></head><body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = '${base}/out/';</script>
<script type="module" src="${base}/out/nls.messages.js"></script>
<script type="module" src="${base}/out/vs/code/browser/workbench/workbench.js"></script></html>`;
}

function attribute(value) {
  return JSON.stringify(value)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
}
