/** Words of an import: no sentence of what is left out is longer than 25 words. */
import { expect, test } from 'vitest';
import { describeRefusal, type Refusal } from '../../../src/benchmark/readBenchmark';
import { DATA_FILES, dataText, importOf } from './benchmarkData';

const REFUSALS: readonly Refusal[] = [
  'too-large',
  'empty',
  'not-text',
  'plan',
  'cut-off',
  'unknown',
];

test('sentences are short', () => {
  const words = DATA_FILES.flatMap((name) => importOf(dataText(name), name).files).flatMap(
    ({ remarks, runs }) => [...remarks, ...runs.flatMap((run) => run.words)],
  );
  const sentences = [...words, ...REFUSALS.map(describeRefusal)].flatMap((text) =>
    text.split(/(?<=[.:]) /),
  );
  expect(sentences.filter((sentence) => sentence.split(' ').length > 25)).toEqual([]);
  expect(new Set(sentences).size).toBeGreaterThan(30);
});
