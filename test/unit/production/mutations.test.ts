/** Mutated metrics: reading them never throws, and a plan accepts whatever is observed. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../../src/plan/readPlan';
import { readRange, Unanswered } from '../../../src/production/readRange';
import { byLength } from '../../support/long';
import { mutatePlan, seededRandom, type Random } from '../../support/mutatePlan';
import { dumpText, looksOf, observed } from './metricsData';
import { fakePrometheus, RANGE } from './fakePrometheus';

const TIMES = byLength({ short: 40, long: 1000 });
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_201);

const DUMPS = readdirSync('test/data/metrics')
  .filter((name) => name.endsWith('.after.txt'))
  .map((name) => name.replace('.txt', ''));

/** Values that servers write where they have none, and that nobody expects. */
const VALUES = ['NaN', '+Inf', '-Inf', '-1', '0', '1e308', '1e-320', '""', '{', '9007199254740993'];

describe.each(DUMPS)('%s', (name) => {
  const text = dumpText(name);
  const before = name.replace('after', 'before');
  const earlier = name.includes('restarted') ? text : dumpText(before);
  test(`stays readable over ${TIMES} mutations`, { timeout: 600_000 }, () => {
    const random = seededRandom(SEED + text.length);
    for (let left = TIMES; left > 0; left -= 1) {
      const [a, b] = random() < 0.5 ? [earlier, text] : [text, earlier];
      const yaml = observed(looksOf([mutate(a, random), mutate(b, random)]), { outputTokens: 100 });
      check(yaml);
    }
  });
});

test(`answers of a Prometheus stay readable over ${TIMES} mutations`, async () => {
  const random = seededRandom(SEED);
  const api = fakePrometheus();
  for (let left = TIMES; left > 0; left -= 1) {
    const get = async (path: string, parameters: Readonly<Record<string, string>>) => {
      const answer = await api(path, parameters);
      return random() < 0.2 ? mutate(answer, random) : answer;
    };
    const reading = await readRange(RANGE, get).catch((error: unknown) => {
      expect(error).toBeInstanceOf(Unanswered);
      return undefined;
    });
    if (reading?.kind !== 'windows') continue;
    for (const window of reading.windows) check(observed({ kind: 'window', window }));
  }
});

function mutate(text: string, random: Random): string {
  const mutated = random() < 0.5 ? text : mutatePlan(random, [text]);
  const numbers = [...mutated.matchAll(/-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g)];
  let result = mutated;
  for (let left = Math.floor(random() * 6); left > 0; left -= 1) {
    const number = numbers[Math.floor(random() * numbers.length)];
    const value = VALUES[Math.floor(random() * VALUES.length)] ?? '';
    if (number)
      result =
        result.slice(0, number.index) + value + result.slice(number.index + number[0].length);
  }
  return result;
}

function check(yaml: string): void {
  if (!yaml.includes('observations:')) return;
  const list = yaml
    .replace(/^#.*\n/gm, '')
    .replace(/^/gm, '    ')
    .trimEnd();
  const plan = `version: 1
workload: { users: 8, thinkTime: 0s }
nodes: { n: { gpu: L4 } }
scenarios: { A: { engine: e, parallel: 8 } }
engines:
  e:
    node: n
${list}
`;
  const { problems, plan: read } = readPlan(plan);
  const wrong = problems.filter(({ code }) => code !== 'plan.missing-key');
  if (wrong.length > 0) expect.fail(`${JSON.stringify(wrong)}\n${plan}`);
  if (read.engines[0]?.observations.length !== 1) expect.fail(`lost in\n${plan}`);
}
