import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { Failure } from '../../../src/cli/failure';
import type { Io } from '../../../src/cli/commandIo';
import { readInput, readInputs } from '../../../src/cli/readInputs';
import { planFolder, type PlanFolder } from './plans';

let folder: PlanFolder;
beforeAll(() => {
  folder = planFolder({ 'a.capacity.yaml': '\uFEFFversion: 1', 'b.capacity.yaml': 'version: 2' });
});
afterAll(() => folder.remove());

const io: Io = {
  readStdin: () => Promise.reject(new Error('nobody types')),
  colours: false,
  createFile: () => Promise.reject(new Error('nothing is written')),
  toolVersion: () => '0',
  writeOut: () => undefined,
  writeError: () => undefined,
};

test('one that cannot be read keeps none of the others back, and says why', async () => {
  const file = join(folder.path, 'a.capacity.yaml');
  const gone = join(folder.path, 'gone.yaml');
  const { inputs, failures } = await readInputs([`${folder.path}/`, gone, '-', file], io);
  expect(inputs).toEqual([{ file, text: 'version: 1' }]);
  expect(failures).toEqual([
    `cannot read ${folder.path}/: it is a folder; "${folder.path}/**/*.capacity.yaml" names its plans`,
    `cannot read ${gone}: no such file`,
    'cannot read standard input: nobody types',
  ]);
});

test('a command that takes one plan refuses a glob of two', async () => {
  const two = readInput(`${folder.path}/*.capacity.yaml`, io);
  await expect(two).rejects.toThrow(/matches 2 files$/);
  await expect(readInput(`${folder.path}/*.none`, io)).rejects.toThrow(Failure);
});
