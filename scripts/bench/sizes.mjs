// Sizes of what is shipped: bundles minified, and the package.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/importTypeScript.mjs';

/** In the order that people download them. */
const SHIPPED = [
  ['extension, Node', 'dist/extension.js'],
  ['report, Node', 'dist/report.js'],
  ['charts, Node', 'dist/charts.js'],
  ['extension, web', 'dist/web/extension.js'],
  ['command line', 'dist/cli.js'],
  ['webview', 'dist/webview/main.js'],
  ['package (.vsix)', 'out/capacity-plan.vsix'],
];

export function printSizes() {
  console.log(
    '\nSizes, minified (the extension has to stay below 300 KB, the webview below 500 KB)',
  );
  for (const [name, path] of SHIPPED) {
    const file = join(root, path);
    if (!existsSync(file)) continue;
    const kilobytes = (statSync(file).size / 1000).toFixed(1);
    console.log(`  ${name.padEnd(16)} ${kilobytes.padStart(8)} KB`);
  }
}
