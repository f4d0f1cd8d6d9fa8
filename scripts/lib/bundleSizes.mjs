// Knows what a bundle loads at its start and what on demand, and the limits of the first.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Bytes, minified, that an entry may load at its start. VS Code waits for the first, people for the page and the
 * workers.
 */
export const LIMITS = [
  { entry: 'dist/extension.js', bytes: 300_000 },
  { entry: 'dist/webview/main.js', bytes: 500_000 },
  { entry: 'dist/worker.js', bytes: 1_030_000 },
  { entry: 'dist/web/worker.js', bytes: 1_000_000 },
];

/**
 * @param root Folder of the production build's `dist`.
 * @throws If an entry loads more than its limit.
 */
export function checkSizes(root, limits = LIMITS) {
  const over = limits
    .map(({ entry, bytes }) => ({ entry, bytes, found: sizeOf(loadsOf(join(root, entry)).atOnce) }))
    .filter(({ bytes, found }) => found >= bytes)
    .map(({ entry, bytes, found }) => `${entry} loads ${found} bytes at once, limit <${bytes}`);
  if (over.length > 0) {
    throw new Error(`${over.join('; ')}. Load on demand what its start does not need.`);
  }
}

/** Returns the files that an entry loads at once, itself first, and the entries that it loads on demand. */
export function loadsOf(entry) {
  const atOnce = new Set();
  const onDemand = new Set();
  collect(entry, atOnce, onDemand);
  return { atOnce: [...atOnce], onDemand: [...onDemand] };
}

export function sizeOf(files) {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

/** Matches `Promise.resolve().then(() => require("./chunks/a.js"))`, or the same without the promise. */
const REQUIRE = /(\.then\(\(\)\s*=>\s*[\w$]*\(?)?require\("(\.[^"]+)"\)/g;

function collect(file, atOnce, onDemand) {
  if (atOnce.has(file)) return;
  atOnce.add(file);
  for (const [, asked, path] of readFileSync(file, 'utf8').matchAll(REQUIRE)) {
    const other = join(dirname(file), path);
    if (asked) onDemand.add(other);
    else collect(other, atOnce, onDemand);
  }
}
