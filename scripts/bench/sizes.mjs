// Measures the sizes of the product: minified bundles, and the package.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS, loadsOf, sizeOf } from '../lib/bundleSizes.mjs';
import { root } from '../lib/importTypeScript.mjs';

/** Bundles in the order in which people download them. */
const SHIPPED = [
  ['extension, web', 'dist/web/extension.js'],
  ['command line', 'dist/cli.js'],
  ['webview', 'dist/webview/main.js'],
  ['package (.vsix)', 'out/capacity-plan.vsix'],
];

export function printSizes() {
  const limits = LIMITS.map(({ entry, bytes }) => `${entry} below ${bytes / 1000} KB`).join(', ');
  console.log(`\nSizes, minified (limits of what is loaded at once: ${limits})`);
  const extension = loadsOf(join(root, 'dist', 'extension.js'));
  printSize('extension, Node', extension.atOnce);
  for (const entry of extension.onDemand) {
    const [, name] = /([^/\\]+)-[^-]+\.js$/.exec(entry);
    printSize(
      `  and ${name}`,
      loadsOf(entry).atOnce.filter((file) => !extension.atOnce.includes(file)),
    );
  }
  for (const [name, path] of SHIPPED) {
    const file = join(root, path);
    if (existsSync(file)) printSize(name, [file]);
  }
}

function printSize(name, files) {
  console.log(`  ${name.padEnd(20)} ${(sizeOf(files) / 1000).toFixed(1).padStart(8)} KB`);
}
