/** Everything that lists a set of the format knows all of its members. */
import { describe, expect, test } from 'vitest';
import {
  ENGINE_TYPES,
  OBJECTIVE_KINDS,
  PERCENTILES,
  ROUTINGS,
  SOURCES,
  TIME_OBJECTIVES,
  TOKEN_PERCENTILES,
  TOKEN_TIMES,
} from '../../../src/engine/plan/plan';
import { bitsPerWeight, QUANTIZATIONS } from '../../../src/engine/catalog/data/quantizations';
import { PERCENTILE_SHARES } from '../../../src/engine/plan/percentiles';
import { completionsAt } from '../../../src/language/completion';
import { planJsonSchema } from '../../../src/plan/fields/jsonSchema';
import { readPlan } from '../../../src/plan/readPlan';

const BUDGETS = { rejected: '1%', budget: '5 USD/h' };
/** Keys of times: those of tokens have a map for mean and percentiles. */
const TIME_KEYS = ['latency', ...PERCENTILES, ...TOKEN_TIMES] as const;
const isTokenTime = (key: string): boolean => TOKEN_TIMES.some((time) => time === key);
const valueOf = (key: string, value: string): string =>
  isTokenTime(key)
    ? `{ mean: ${value}, ${PERCENTILES.map((each) => `${each}: ${value}`).join(', ')} }`
    : value;
const limits = [
  ...TIME_KEYS.map((key) => `    ${key}: ${valueOf(key, '<9s')}\n`),
  ...Object.entries(BUDGETS).map(([key, value]) => `    ${key}: ${value}\n`),
];

/** One engine of each type, each with an observation of each source that tells every time. */
const PLAN = `version: 1
workload: { users: 9 }
scenarios: { s: { engine: e0, parallel: 1, nodes: 1 } }
targets:
  all:
${limits.join('')}nodes: { n: { gpu: L4 } }
engines:
${ENGINE_TYPES.map(
  (type, index) => `  e${index}:
    type: ${type}
    node: n
    observations:
${SOURCES.map(
  (source) =>
    `      - { source: ${source}, users: 1, ${TIME_KEYS.map((key) => `${key}: ${valueOf(key, '1s')}`).join(', ')} }\n`,
).join('')}`,
).join('')}`;

describe('a plan with every member', () => {
  const { plan, problems } = readPlan(PLAN);

  test('has no problem', () => {
    expect(problems).toEqual([]);
  });

  test('is read with every objective, engine type, source and percentile', () => {
    const kinds = plan.targets[0]?.objectives.map(({ kind }) => kind);
    expect([...(kinds ?? [])].sort()).toEqual([...OBJECTIVE_KINDS].sort());
    expect(plan.engines.map(({ type }) => type?.value)).toEqual(ENGINE_TYPES);
    for (const { observations } of plan.engines) {
      expect(observations.map(({ source }) => source.value)).toEqual(SOURCES);
      for (const { percentileSeconds, tokenPercentileSeconds } of observations) {
        expect(Object.keys(percentileSeconds)).toEqual(PERCENTILES);
        expect(Object.keys(tokenPercentileSeconds)).toEqual(TOKEN_PERCENTILES);
      }
    }
  });

  test.each(ROUTINGS)('is read with routing %s', (routing) => {
    const read = readPlan(`${PLAN}policy: { routing: ${routing} }\n`);
    expect(read.problems).toEqual([]);
    expect(read.plan.policy.routing.value).toBe(routing);
  });
});

/** Writes `ttft: { p95: 1s }` for `ttft.p95`. */
function statedAs(time: string): string {
  const [key, part] = time.split('.');
  return part === undefined ? `${time}: 1s` : `${key}: { ${part}: 1s }`;
}

test.each(TIME_OBJECTIVES)('%s alone tells the speed of an engine', (time) => {
  const { plan, problems } = readPlan(`version: 1
workload: { users: 9 }
scenarios: { s: { engine: e, parallel: 1, nodes: 1 } }
nodes: { n: { gpu: L4 } }
engines: { e: { node: n, observations: [{ source: guess, users: 1, ${statedAs(time)} }] } }
`);
  expect(problems).toEqual([]);
  expect(plan.engines[0]?.observations).toHaveLength(1);
});

test('percentiles are listed from the lowest to the highest', () => {
  const shares = PERCENTILES.map((percentile) => PERCENTILE_SHARES[percentile]);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

describe('completion and schema offer every', () => {
  test.each([
    ['objective', 'targets:\n  t:\n    |', [...TIME_KEYS, 'rejected', 'budget']],
    ['objective between braces', 'targets: { t: { | } }', [...TIME_KEYS, 'rejected', 'budget']],
    ['time', 'engines:\n  e:\n    observations:\n      - |', TIME_KEYS],
    ['percentile of a limit', 'targets:\n  t:\n    ttft:\n      |', ['mean', ...PERCENTILES]],
    ['percentile of a time', 'engines: { e: { observations: [{ tpot: { | } }] } }', PERCENTILES],
    ['engine type', 'engines:\n  e:\n    type: |', ENGINE_TYPES],
    ['quantization', 'engines:\n  e:\n    quantization: |', QUANTIZATIONS],
    ['source', 'engines:\n  e:\n    observations:\n      - source: |', SOURCES],
    ['routing', 'policy:\n  routing: |', ROUTINGS],
  ])('%s', (_, marked, members) => {
    const text = marked.replace('|', '');
    const offered = completionsAt(text, marked.indexOf('|'), readPlan('version: 1\n'))?.items ?? [];
    expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining([...members]));
  });

  test.each([...TIME_KEYS, 'rejected', 'budget', ...ENGINE_TYPES, ...SOURCES, ...ROUTINGS])(
    '%s',
    (member) => {
      expect(JSON.stringify(planJsonSchema())).toContain(`"${member}"`);
    },
  );
});

test.each(OBJECTIVE_KINDS)('completion does not offer %s twice between braces', (kind) => {
  const text = `targets: { t: { , ${kind}: 1s } }`;
  const offset = text.indexOf(',');
  const offered = completionsAt(text, offset, readPlan('version: 1\n'))?.items ?? [];
  expect(offered.length).toBeGreaterThan(0);
  expect(offered.map(({ label }) => label)).not.toContain(kind);
});

test.each(QUANTIZATIONS)('%s has its bits', (name) => {
  expect(bitsPerWeight(name)).toBeGreaterThan(0);
});
