// Measures the sizes of the product: minified bundles, and the package.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../lib/importTypeScript.mjs';

/** Bundles in the order in which people download them. */
const SHIPPED = [
  ['extension, web', 'dist/web/extension.js'],
  ['command line', 'dist/cli.js'],
  ['webview', 'dist/webview/main.js'],
  ['package (.vsix)', 'out/capacity-plan.vsix'],
];

export function printSizes() {
  console.log(
    '\nSizes, minified (what activation loads has to stay below 300 KB, the webview below 500 KB)',
  );
  const entry = join(root, 'dist', 'extension.js');
  const atActivation = new Set();
  const onDemand = new Set();
  collect(entry, atActivation, onDemand);
  printSize('extension, Node', [...atActivation]);
  for (const file of onDemand) {
    const needed = new Set();
    collect(file, needed, new Set());
    const [, name] = /([^/\\]+)-[^-]+\.js$/.exec(file);
    printSize(
      `  and ${name}`,
      [...needed].filter((other) => !atActivation.has(other)),
    );
  }
  for (const [name, path] of SHIPPED) {
    const file = join(root, path);
    if (existsSync(file)) printSize(name, [file]);
  }
}

/** Collects the files that a file loads at once, itself included, and those that it loads on demand. */
function collect(file, atOnce, later) {
  if (atOnce.has(file)) return;
  atOnce.add(file);
  for (const [, asked, path] of readFileSync(file, 'utf8').matchAll(REQUIRE)) {
    const other = join(dirname(file), path);
    if (asked) later.add(other);
    else collect(other, atOnce, later);
  }
}

/** Matches `Promise.resolve().then(() => require("./chunks/a.js"))`, or the same without the promise. */
const REQUIRE = /(\.then\(\(\)\s*=>[\w$]*\(?)?require\("(\.[^"]+)"\)/g;

function printSize(name, files) {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(`  ${name.padEnd(20)} ${(bytes / 1000).toFixed(1).padStart(8)} KB`);
}
