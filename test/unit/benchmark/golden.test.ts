/** What is imported of each tool's output, and what is left out: `UPDATE_GOLDEN=1 npx vitest run test/unit/benchmark`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ReadFile } from '../../../src/benchmark/importRuns';
import { observationsYaml } from '../../../src/benchmark/yamlText';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { FORMATS } from '../../../src/benchmark/formats';
import { DATA_FILES, dataText, importOf } from './benchmarkData';

test.each(DATA_FILES)('%s is imported as before', (name) => {
  const imported = importOf(dataText(name), name);
  const [file] = imported.files;
  const actual = describe(file) + observationsYaml(imported.added);
  const golden = `test/golden/benchmarks/${name}.yaml`;
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, actual);
  expect(actual).toBe(readFileSync(golden, 'utf8'));
});

test.each(DATA_FILES)('a plan has nothing against what is imported of %s', (name) => {
  const { added } = importOf(dataText(name), name);
  const list = observationsYaml(added).replaceAll(/^/gm, '    ');
  const plan = `version: 1\nworkload: { users: 1, thinkTime: 0s }\nnodes: { n: { gpu: L4 } }\nscenarios: { A: { engine: e, parallel: 8 } }\nengines:\n  e:\n    node: n\n${list.trimEnd()}\n`;
  const { findings } = analyzePlan(plan, { asOf: '2026-11-30' });
  const wrong = findings.filter(({ code }) => code.startsWith('plan.') && code !== 'plan.unused');
  expect(wrong.map(({ code, args }) => [code, args])).toEqual([]);
});

test('every format has a golden file, a mutated file and a trap', () => {
  for (const kind of ['golden', 'mutated', 'trap']) {
    const files = DATA_FILES.filter((name) => name.includes(`.${kind}.`));
    const titles = files.map((name) => importOf(dataText(name), name).files[0]?.format);
    expect(new Set(titles)).toEqual(new Set(FORMATS.map(({ title }) => title)));
  }
});

function describe(file: ReadFile | undefined): string {
  const runs = file?.runs ?? [];
  return [
    `# ${file?.format ?? 'refused'}\n`,
    ...(file?.remarks ?? []).map((words) => `# file: ${words}\n`),
    ...runs.flatMap(({ name, words }) => words.map((each) => `# ${name}: ${each}\n`)),
  ].join('');
}
