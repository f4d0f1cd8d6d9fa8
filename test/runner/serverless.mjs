// Runs the integration suite in a workbench without a server, from static files only, as on vscode.dev.
import { launchBrowser } from './browser.mjs';
import { prepareHost } from './host.mjs';
import { serveWorkbench } from './serveWorkbench.mjs';
import { TEST_MS } from './until.mjs';
import { watchSuite } from './watchSuite.mjs';

/** Seconds without news of the suite. */
const limitSeconds = Number(process.env.TEST_TIMEOUT ?? TEST_MS / 1000);

await prepareHost();
const workbench = await serveWorkbench();
const browser = await launchBrowser();
let code = 2;
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const outcome = await watchSuite(page);
  await page.goto(workbench.url, { timeout: limitSeconds * 1000 });
  code = await outcome(limitSeconds);
} catch (error) {
  console.error(error);
} finally {
  await browser.close();
  workbench.stop();
}
process.exit(code);
