import { expect, test } from 'vitest';
import { answerImport, enginesOf, importInto, readFiles } from '../../../src/benchmark/importRuns';
import { enginePlaceAt } from '../../../src/benchmark/place';
import { readPlan } from '../../../src/plan/readPlan';
import { dataText } from './benchmarkData';

const PLAN = `version: 1
workload: { users: 8, thinkTime: 0s }
nodes: { n: { gpu: L4 } }
engines:
  x-common: &common { node: n }
  vllm:
    <<: *common
    model: Qwen/Qwen3-32B
    observations: # mine
      - source: guess
        users: 8
        latency: 2s

  other: { node: n }
scenarios: { A: { engine: vllm, parallel: 8 } }
`;
const RUN = { file: 'run.json', text: dataText('vllm-json.golden.json') };

test('the engines of a plan are those that can have observations', () => {
  expect(enginesOf(readPlan(PLAN))).toEqual(['vllm', 'other']);
});

test('asks for the engine only if there are several', () => {
  expect(answerImport(readPlan(PLAN), undefined, [RUN])).toEqual({
    kind: 'choose',
    engines: ['vllm', 'other'],
  });
  const one = readPlan(PLAN.replace('  other: { node: n }\n', ''));
  expect(answerImport(one, undefined, [RUN])).toMatchObject({ kind: 'imported', engine: 'vllm' });
  expect(answerImport(readPlan('version: 1\n'), undefined, [RUN])).toMatchObject({
    kind: 'failed',
  });
  expect(answerImport(readPlan('a: ['), undefined, [RUN])).toMatchObject({ kind: 'failed' });
});

test('the same run is known by its figures, whatever it is called and has besides', () => {
  const first = importInto(readPlan(PLAN), 'vllm', [RUN, RUN, { ...RUN, file: 'copy.json' }]);
  expect([first.imported.added.length, first.imported.known]).toEqual([1, 2]);
  const text = 'text' in first ? first.text : '';
  const renamed = text
    .replace('name: vllm bench serve, 16 users', 'name: my run\n        servers: 1')
    .replace(/ {8}note: .*\n/, '');
  expect(renamed).not.toBe(text);
  const again = importInto(readPlan(renamed), 'vllm', [RUN]);
  expect([again.imported.added.length, 'text' in again && again.text]).toEqual([0, renamed]);
  const changed = importInto(readPlan(renamed.replace('p99: 5.811s', 'p99: 6s')), 'vllm', [RUN]);
  expect(changed.imported.added.length).toBe(1);
});

test('says if the run is of another model than the engine', () => {
  const words =
    'The run is of another model: Qwen/Qwen3-8B, while the engine serves Qwen/Qwen3-32B.';
  expect(importInto(readPlan(PLAN), 'vllm', [RUN]).imported.files[0]?.remarks).toContain(words);
  const same = PLAN.replace('Qwen/Qwen3-32B', 'qwen3:8b');
  expect(importInto(readPlan(same), 'vllm', [RUN]).imported.files[0]?.remarks).not.toContain(words);
});

test('a file that the host did not read is refused with its reason', () => {
  const { files, added } = readFiles([{ file: 'huge.json', text: { refused: 'too-large' } }, RUN]);
  expect(files[0]?.remarks).toEqual([
    'This file is longer than 64 MB and is not read. Export the summary without single requests.',
  ]);
  expect(added.length).toBe(1);
});

test('a place belongs to the engine above it, and to its observations', () => {
  const at = (text: string): unknown => enginePlaceAt(readPlan(PLAN), PLAN.indexOf(text));
  expect(at('\n\n  other')).toEqual({ engine: 'vllm', isInObservations: true });
  expect(at('# mine')).toEqual({ engine: 'vllm', isInObservations: true });
  expect(at('model:')).toEqual({ engine: 'vllm', isInObservations: false });
  expect(at('other:')).toEqual({ engine: 'other', isInObservations: false });
  expect(at('nodes:')).toBeUndefined();
  expect(at('scenarios:')).toBeUndefined();
});
