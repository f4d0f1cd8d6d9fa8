import type { Uri } from 'vscode';
import { beforeEach, expect, test } from 'vitest';
import { writeThenRename, type Files } from '../../../src/vscode/writeThenRename';

const uri = (path: string): Uri => ({ path }) as Uri;
const places = { file: uri('/report.md'), temporary: uri('/.new.tmp') };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let disk: Map<string, string>;
/** Bytes that a file may have before the disk is full. */
let room: number;
let renames: boolean;
beforeEach(() => {
  disk = new Map([['/report.md', 'the last good report']]);
  room = Infinity;
  renames = true;
});

const files: Files = {
  writeFile: ({ path }, content) => {
    disk.set(path, new TextDecoder().decode(content.slice(0, room)));
    return content.length > room ? Promise.reject(new Error('full')) : Promise.resolve();
  },
  rename: (from, to) => {
    if (!renames) return Promise.reject(new Error('not supported'));
    disk.set(to.path, disk.get(from.path) ?? '');
    disk.delete(from.path);
    return Promise.resolve();
  },
  delete: ({ path }) =>
    disk.delete(path) ? Promise.resolve() : Promise.reject(new Error('not found')),
};

test('the new text takes the place of the old one', async () => {
  await writeThenRename(files, places, bytes('new'));
  expect([...disk]).toEqual([['/report.md', 'new']]);
});

test('a full disk leaves the old text, and nothing beside it', async () => {
  room = 2;
  await expect(writeThenRename(files, places, bytes('new'))).rejects.toThrow('full');
  expect([...disk]).toEqual([['/report.md', 'the last good report']]);
});

test('a file system that does not rename gets the text in place', async () => {
  renames = false;
  await writeThenRename(files, places, bytes('new'));
  expect([...disk]).toEqual([['/report.md', 'new']]);
});
