import { expect, test } from 'vitest';
import { fileCompletions } from '../../../src/language/fileCompletions';

const file = (name: string) => ({ name, isFolder: false });

test('files that tools write are offered, a pattern first where there are several of a kind', () => {
  const entries = ['b.json', 'a.json', 'c.csv', '.hidden.json', 'x.capacity.yaml'].map(file);
  const items = fileCompletions('bench/', [{ name: 'old', isFolder: true }, ...entries]);
  expect(items.map(({ label, detail }) => [label, detail])).toEqual([
    ['bench/*.json', '2 files'],
    ['bench/a.json', undefined],
    ['bench/b.json', undefined],
    ['bench/c.csv', undefined],
    ['bench/old/', 'folder'],
  ]);
});

test('a folder asks for what is in it, and a pattern alone is quoted', () => {
  const items = fileCompletions('', [
    file('1.json'),
    file('2.json'),
    { name: 'in', isFolder: true },
  ]);
  expect(items.map(({ insert, isBeforeValue }) => [insert, isBeforeValue ?? false])).toEqual([
    ['"*.json"', false],
    ['1.json', false],
    ['2.json', false],
    ['in/', true],
  ]);
});
