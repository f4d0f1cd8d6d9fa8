/** A production build fails if an entry loads more at once than its limit. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

interface Limit {
  readonly entry: string;
  readonly bytes: number;
}
interface BundleSizes {
  readonly checkSizes: (root: string, limits?: readonly Limit[]) => void;
  readonly LIMITS: readonly Limit[];
  readonly loadsOf: (entry: string) => {
    readonly atOnce: readonly string[];
    readonly onDemand: readonly string[];
  };
}

const script = join(import.meta.dirname, '..', '..', '..', 'scripts', 'lib', 'bundleSizes.mjs');
const { checkSizes, LIMITS, loadsOf } = (await import(pathToFileURL(script).href)) as BundleSizes;

const root = mkdtempSync(join(tmpdir(), 'sizes-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

put(
  'dist/entry.js',
  'var a=require("./chunks/a.js"),v=require("vscode");b=()=>Promise.resolve().then(()=>require("./chunks/b.js"));',
);
put(
  'dist/chunks/a.js',
  `c=()=>Promise.resolve().then(() => t(require("./c.js")));${' '.repeat(200)}`,
);
put('dist/chunks/b.js', `require("./a.js");${' '.repeat(5000)}`);
put('dist/chunks/c.js', '');

test('files that are loaded at once, of files that they load too, and on demand', () => {
  const names = (files: readonly string[]): string[] =>
    files.map((file) => file.slice(root.length));
  const { atOnce, onDemand } = loadsOf(join(root, 'dist', 'entry.js'));
  expect(names(atOnce)).toEqual([join('/dist', 'entry.js'), join('/dist', 'chunks', 'a.js')]);
  expect(names(onDemand)).toEqual([
    join('/dist', 'chunks', 'c.js'),
    join('/dist', 'chunks', 'b.js'),
  ]);
});

test('only what is loaded at once counts', () => {
  const limit = (bytes: number) => [{ entry: 'dist/entry.js', bytes }];
  expect(() => checkSizes(root, limit(1000))).not.toThrow();
  expect(() => checkSizes(root, limit(300))).toThrow(
    /^dist\/entry\.js loads \d+ bytes at once, limit <300\. Load on demand/,
  );
});

test('the limits', () => {
  expect(LIMITS).toEqual([
    { entry: 'dist/extension.js', bytes: 300_000 },
    { entry: 'dist/webview/main.js', bytes: 500_000 },
    { entry: 'dist/worker.js', bytes: 1_030_000 },
    { entry: 'dist/web/worker.js', bytes: 1_000_000 },
  ]);
});
