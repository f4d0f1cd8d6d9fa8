import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Manifest {
  engines: { vscode: string };
  devDependencies: Record<string, string>;
  dependencies?: Record<string, string>;
  scripts: Record<string, string>;
}

const manifestText = read('package.json');
const manifest = JSON.parse(manifestText) as Manifest;
const strings = JSON.parse(read('package.nls.json')) as Record<string, string>;

test('every text of the manifest is in package.nls.json, and nothing else is', () => {
  const used = [...manifestText.matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]);
  expect([...new Set(used)].sort()).toEqual(Object.keys(strings).sort());
});

test('the API is compiled against the oldest VS Code that is supported', () => {
  expect(`^${manifest.devDependencies['@types/vscode'] ?? ''}`).toBe(manifest.engines.vscode);
});

test('everything is bundled: the package needs no modules beside it', () => {
  expect(manifest.dependencies ?? {}).toEqual({});
});

test('every file that the manifest names exists', () => {
  const named = [...manifestText.matchAll(/"(?:\.\/)?((?:language|media|schemas)\/[^"*]+)"/g)];
  const paths = named.map((match) => match[1] ?? '');
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('the lockfile names no registry', () => {
  const resolved = [...read('package-lock.json').matchAll(/"resolved": "([^"]+)"/g)];
  expect(resolved.filter((match) => !match[1]?.startsWith('https://registry.npmjs.org/'))).toEqual(
    [],
  );
});
