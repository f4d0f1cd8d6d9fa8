// Draws media/icon.png from media/icon.svg. Run it after a change of the drawing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/runner/browser.mjs';
import { ROOT, prepareHost } from '../test/runner/host.mjs';

await prepareHost();
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
const drawing = readFileSync(join(ROOT, 'media', 'icon.svg'), 'utf8');
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
await page.screenshot({ path: join(ROOT, 'media', 'icon.png'), omitBackground: true });
await browser.close();
