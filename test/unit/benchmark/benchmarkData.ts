/** The outputs of tools in test/data/benchmarks. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFiles, type Import } from '../../../src/benchmark/importRuns';

const FOLDER = 'test/data/benchmarks';

export const DATA_FILES: readonly string[] = readdirSync(FOLDER)
  .filter((name) => /\.(golden|mutated|trap)\./.test(name))
  .sort();

export function dataText(name: string): string {
  return readFileSync(`${FOLDER}/${name}`, 'utf8');
}

export function importOf(text: string, file = 'run.txt'): Import {
  return readFiles([{ file, text }]);
}
