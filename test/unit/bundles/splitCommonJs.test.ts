/** The extension for Node: one file with all that its start needs, and files that are loaded on demand. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { afterAll, expect, test } from 'vitest';

const script = resolve('scripts/lib/splitCommonJs.mjs');
const { splitCommonJs } = (await import(pathToFileURL(script).href)) as {
  readonly splitCommonJs: (options: BuildOptions) => BuildOptions;
};

mkdirSync('out', { recursive: true });
const root = mkdtempSync(resolve('out/split-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const put = (path: string, text: string): void => writeFileSync(join(root, path), text);

put(
  'entry.ts',
  `import { shared } from './shared';
import { own } from './own';
export const start = () => shared() + own();
export const first = async () => (await import('./first')).first();
export const second = async () => (await import('./second')).second();`,
);
put('shared.ts', `export const shared = () => 'shared'; export const later = () => 'later';`);
put('own.ts', `export const own = () => ' own';`);
put(
  'first.ts',
  `import { later } from './shared';
import { own } from './own';
export const first = () => later() + own();`,
);
put(
  'second.ts',
  `import { shared, later } from './shared';
export const second = () => shared() + later();`,
);

test('all that the entry needs is in one file, however it is shared', async () => {
  await build(
    splitCommonJs({
      absWorkingDir: root,
      entryPoints: ['entry.ts'],
      outdir: 'dist',
      bundle: true,
      platform: 'node',
      target: 'node20',
    }),
  );
  const entry = createRequire(import.meta.url)(join(root, 'dist', 'entry.js')) as {
    readonly start: () => string;
    readonly first: () => Promise<string>;
    readonly second: () => Promise<string>;
  };
  expect(entry.start()).toBe('shared own');
  expect(await entry.first()).toBe('later own');
  expect(await entry.second()).toBe('sharedlater');

  const chunks = readdirSync(join(root, 'dist', 'chunks')).map((name) => name.replace(/-.*/, ''));
  expect(chunks.sort()).toEqual(['chunk', 'first', 'second']);
});
