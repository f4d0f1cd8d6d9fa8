// Runs the integration suite inside the extension host of a real VS Code: in Node, or with --web in a web worker.
// `--suite FILE` runs another bundle instead, such as the benchmark's. Exit code: 0 passed, 1 failed, 2 the host
// itself failed.
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { EXTENSION_ID, ROOT, prepareHost } from './host.mjs';
import { startServer } from './server.mjs';
import { TEST_MS } from './until.mjs';
import { watchSuite } from './watchSuite.mjs';
import { copyExamples, emptyFolder } from './workspace.mjs';

const web = process.argv.includes('--web');
const suiteFlag = process.argv.indexOf('--suite');
/** Seconds without news of the suite. */
const limitSeconds = Number(process.env.TEST_TIMEOUT ?? TEST_MS / 1000);

await prepareHost();
const workspace = suiteFlag < 0 ? copyExamples() : emptyFolder();
let server;
let browser;
let code = 2;
try {
  // The address can ask for the web worker host too, but the web workbench does not read it.
  const settings = web
    ? {
        'remote.extensionKind': { [EXTENSION_ID]: ['web'] },
        'capacityPlanTests.grep': process.env.MOCHA_GREP,
      }
    : {};
  server = await startServer({ settings });
  browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const outcome = await watchSuite(page);
  const ownSuite = join('out', 'test', web ? 'index.web.js' : 'index.js');
  const suite = join(ROOT, suiteFlag < 0 ? ownSuite : process.argv[suiteFlag + 1]);
  const payload = [
    ['extensionDevelopmentPath', server.remote(ROOT)],
    ['extensionTestsPath', server.remote(suite)],
    ...(process.env.LOGLEVEL ? [['logLevel', process.env.LOGLEVEL]] : []),
  ];
  await page.goto(server.url(workspace.folder, payload), { timeout: limitSeconds * 1000 });
  code = await outcome(limitSeconds);
  if (code === 2) {
    console.error(`the server said:\n${server.log().slice(-4000)}`);
  }
} catch (error) {
  console.error(error);
} finally {
  await browser?.close();
  await server?.stop();
  workspace.remove();
}
process.exit(code);
