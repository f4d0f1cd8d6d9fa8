/** The data of the catalog fit their schemas, and an entry is added by one command. */
import { mkdirSync, mkdtempSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/engine/catalog/readConfig';

interface Row {
  readonly names: readonly string[];
}
interface CatalogEntry {
  readonly addRow: (
    root: string,
    file: string,
    row: Row,
    isKnown: (name: string) => boolean,
  ) => Promise<string>;
  readonly fileOfModel: (root: string, files: readonly string[], name: string) => string;
  readonly gpuRow: (names: readonly string[], options: object) => Row;
  readonly modelRow: (names: readonly string[], architecture: unknown, options: object) => Row;
  readonly problemsOf: (root: string, file: string, rows: readonly Row[]) => readonly string[];
}

const script = new URL('../../../scripts/lib/catalogEntry.mjs', import.meta.url).href;
const { addRow, fileOfModel, gpuRow, modelRow, problemsOf } = (await import(
  script
)) as CatalogEntry;

const ROOT = join(import.meta.dirname, '../../..');
const DATA = 'src/engine/catalog/data';
const MODELS = readdirSync(join(ROOT, DATA, 'models')).map((file) => `models/${file}`);

function rowsOf(root: string, file: string): readonly Row[] {
  return JSON.parse(readFileSync(join(root, DATA, file), 'utf8')) as [];
}

test.each(['gpus.json', ...MODELS])('%s fits its schema, and each name is there once', (file) => {
  const rows = rowsOf(ROOT, file);
  expect(problemsOf(ROOT, file, rows)).toEqual([]);
  const names = rows.flatMap((row) => row.names);
  expect(new Set(names).size).toBe(names.length);
});

describe('an entry', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'catalog-'));
    mkdirSync(join(root, DATA), { recursive: true });
    cpSync(join(ROOT, DATA), join(root, DATA), { recursive: true });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const OPTIONS = {
    vendor: 'nvidia',
    generation: 'hopper',
    memory: '141',
    reported: '139.8',
    bandwidth: '4800',
    tflops: '989',
    speedup8: '2',
    speedup4: '1',
    source: 'https://example.com/',
  };

  test('of a GPU is appended, not checked if no day is given', async () => {
    const row = gpuRow(['X900', 'NVIDIA X900'], OPTIONS);
    expect(await addRow(root, 'gpus.json', row, () => false)).toBe(`${DATA}/gpus.json`);
    expect(rowsOf(root, 'gpus.json').at(-1)).toMatchObject({
      names: ['X900', 'NVIDIA X900'],
      memoryGB: 141,
      checked: null,
    });
  });

  test.each([
    [{ bandwidth: 'fast' }, '/gigabytesPerSecond must be number'],
    [{ vendor: 'nvida' }, '/vendor must be equal to one of'],
    [{ source: 'heard of' }, '/source must match pattern'],
    [{ checked: 'today' }, '/checked must match pattern'],
  ])('that does not fit is refused: %o', async (changes, words) => {
    const before = rowsOf(root, 'gpus.json');
    const row = gpuRow(['X900'], { ...OPTIONS, ...changes });
    await expect(addRow(root, 'gpus.json', row, () => false)).rejects.toThrow(words);
    expect(rowsOf(root, 'gpus.json')).toEqual(before);
  });

  test('with a name that is there is refused', async () => {
    const row = gpuRow(['H100'], OPTIONS);
    await expect(addRow(root, 'gpus.json', row, () => true)).rejects.toThrow('has H100 already');
  });

  test('of a model is its config.json, in the file of its maker', async () => {
    const config = join(ROOT, 'test/data/configs/Qwen--Qwen3-30B-A3B-FP8.json');
    const architecture = readConfig(readFileSync(config, 'utf8'));
    const row = modelRow(['Qwen/Qwen9-30B'], architecture, { source: 'https://example.com/' });
    const file = fileOfModel(root, MODELS, 'Qwen/Qwen9-30B');
    expect(file).toBe('models/qwen.json');
    await addRow(root, file, row, () => false);
    expect(rowsOf(root, file).at(-1)).toMatchObject({ names: ['Qwen/Qwen9-30B'], layers: 48 });
    expect(fileOfModel(root, MODELS, 'nobody/model')).toBe('models/others.json');
  });
});
