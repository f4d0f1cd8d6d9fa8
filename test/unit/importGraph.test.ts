/** The imports of all files together: no circle, and the engine's rooms as the linter knows them. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { findCycle } from '../support/findCycle';

const FOLDERS = ['src', 'webview'];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.replaceAll(sep, '/')}`),
);
const known = new Set(files);

/** Lists the files that a file imports, types included. */
function importsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => posix.join(posix.dirname(file), fileName))
    .flatMap((path) => [`${path}.ts`, `${path}/index.ts`].filter((each) => known.has(each)));
}

test('no file imports itself by way of others, types included', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file)]));
  expect([...graph.values()].flat().length).toBeGreaterThan(1000);
  expect(findCycle(graph)).toEqual([]);
});

test('findCycle names the files of a circle, the first one twice', () => {
  const graph = { a: ['b', 'd'], b: ['c'], c: ['d', 'b'], d: [] };
  expect(findCycle(new Map(Object.entries(graph)))).toEqual(['b', 'c', 'b']);
  expect(findCycle(new Map(Object.entries({ ...graph, c: ['d'] })))).toEqual([]);
});

test('every folder of the engine is a room whose imports the linter orders', async () => {
  const { ENGINE_ROOMS } = await boundaries();
  const inEngine = files.filter((file) => file.startsWith('src/engine/'));
  const rooms = new Set(inEngine.map((file) => file.split('/')[2] ?? ''));
  expect([...rooms].sort()).toEqual([...ENGINE_ROOMS].sort());
});

async function boundaries(): Promise<{ readonly ENGINE_ROOMS: readonly string[] }> {
  const path = new URL('../../scripts/lib/boundaries.mjs', import.meta.url).href;
  return (await import(path)) as { readonly ENGINE_ROOMS: readonly string[] };
}
