/** Mutated output of every tool: reading it never throws, and a plan accepts whatever is imported of it. */
import { describe, expect, test } from 'vitest';
import { enginesOf, importInto, readFiles } from '../../../src/benchmark/importRuns';
import { readPlan } from '../../../src/plan/readPlan';
import { byLength } from '../../support/long';
import { mutatePlan, seededRandom, type Random } from '../../support/mutatePlan';
import { DATA_FILES, dataText, importOf } from './benchmarkData';

const TIMES = byLength({ short: 12, long: 1000 });
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_130);

const PLAN = `version: 1
workload: { users: 8, thinkTime: 0s }
nodes: { n: { gpu: L4 } }
engines:
  e:
    node: n # the only one
scenarios: { A: { engine: e, parallel: 8 } }
`;

describe.each(DATA_FILES)('%s', (name) => {
  const text = dataText(name);
  test(`stays readable over ${TIMES} mutations`, { timeout: 600_000 }, () => {
    const random = seededRandom(SEED + text.length);
    for (let left = TIMES; left > 0; left -= 1) checkImport(mutate(text, random));
  });
});

/** Values that tools write where they have none, and that nobody expects. */
const VALUES = ['null', 'NaN', 'Infinity', '-1', '0', '1e999', '1e-320', '""', '"12"', '[]', '{}'];

function mutate(text: string, random: Random): string {
  const mutated = mutatePlan(random, [text]);
  if (random() < 0.5) return mutated;
  const numbers = [...mutated.matchAll(/-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g)];
  const number = numbers[Math.floor(random() * numbers.length)];
  const value = VALUES[Math.floor(random() * VALUES.length)] ?? '';
  if (!number) return mutated;
  return mutated.slice(0, number.index) + value + mutated.slice(number.index + number[0].length);
}

function checkImport(text: string): void {
  const document = readPlan(PLAN);
  const edit = importInto(document, enginesOf(document)[0] ?? '', [{ file: 'a.json', text }]);
  if ('problem' in edit) expect.fail(`${edit.problem}\n${text}`);
  const after = readPlan(edit.text);
  const wrong = after.problems.filter(({ code }) => code !== 'plan.missing-key');
  if (wrong.length > 0) expect.fail(`${JSON.stringify(wrong)}\n${edit.text}\n${text}`);
  const [engine] = after.plan.engines;
  if (engine?.observations.length !== edit.imported.added.length) {
    expect.fail(`an observation is lost in\n${edit.text}\nof\n${text}`);
  }
  const again = importInto(after, 'e', [{ file: 'b.json', text }]);
  expect([again.imported.added.length, 'text' in again && again.text]).toEqual([0, edit.text]);
}

test('a text that is no benchmark is refused with a reason', () => {
  const refused = (text: string): readonly string[] =>
    readFiles([{ file: 'x', text }]).files[0]?.remarks ?? [];
  expect(refused('')).toEqual(['This file is empty.']);
  expect(refused('a\0b')).toEqual(['This file is not text.']);
  expect(refused(PLAN)[0]).toContain('is a capacity plan');
  expect(refused('{"a": 1}')[0]).toContain('not the output of a known benchmark tool');
  expect(refused('some words')[0]).toContain('not the output of a known benchmark tool');
  for (const name of ['guidellm-v2.golden.json', 'vllm-block.golden.txt', 'ollama.golden.txt']) {
    const text = dataText(name);
    expect(refused(text.slice(0, text.length * 0.7))[0]).toContain('is cut off');
  }
});

test('the time to read grows with the length of a text, whatever it holds', () => {
  const many = 200_000;
  const texts = ['=', ' ', '\n', '"', '{', '|', 'a: b ', '- ', 'total duration: ', ': ', '1,'];
  for (const piece of texts) expect(importOf(piece.repeat(many)).added).toEqual([]);
});
