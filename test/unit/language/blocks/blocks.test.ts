import { describe, expect, test } from 'vitest';
import { BLOCK_PATHS, blocksOf } from '../../../../src/language/blocks/blocks';
import { completionsAt, type Completion } from '../../../../src/language/completion';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { fieldAt, mapAt } from '../../../../src/plan/fields/fieldAt';
import { readPlan } from '../../../../src/plan/readPlan';

const TODAY = '2026-12-01';

const PLAN = `version: 1
workload: { users: 1000 }
targets: { fast: { latency: <1s } }
nodes: { l4: { gpu: L4 } }
engines: { ollama: { node: l4 } }
`;

interface Offer {
  readonly items: readonly Completion[];
  /** Returns the text after an item was taken, as VS Code inserts it. */
  readonly take: (label: string) => string;
}

/** What is offered where `|` is. Names are those of the plan `known`. */
function offerAt(marked: string, known = PLAN): Offer {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = completionsAt(text, offset, readPlan(known), TODAY);
  const items = found?.items ?? [];
  return {
    items,
    take: (label) => {
      const item = items.find((each) => each.label === label);
      if (!found || !item) throw new Error(`${label} is not offered`);
      const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      const start = item.start ?? found.replace.start;
      return (
        text.slice(0, start) + item.insert.replaceAll('\n', `\n${indent}`) + text.slice(offset)
      );
    },
  };
}

const blocks = (marked: string): string[] =>
  offerAt(marked)
    .items.filter(({ kind }) => kind === 'block')
    .map(({ label }) => label);

test.for(BLOCK_PATHS)('blocks of %s have all required keys, and these first', (path) => {
  const at = path.replaceAll('*', '0');
  const shape = fieldAt(at)?.shape;
  const map = mapAt(at) ?? (shape?.kind === 'list' ? shape.instead : undefined);
  const fields = map?.fields ?? {};
  const required = Object.keys(fields).filter((key) => fields[key]?.required);
  for (const { has, body } of blocksOf(path.replaceAll('*', '0'))) {
    const keys = Object.keys(body);
    expect(keys.slice(0, required.length).sort(), `${path} with ${has}`).toEqual(required.sort());
    expect(keys.filter((key) => !(key in fields))).toEqual([]);
  }
});

describe('a block', () => {
  test('of a section goes below its key', () => {
    expect(offerAt('version: 1\n|').take('workload with users')).toBe(
      'version: 1\nworkload:\n  users: 1000\n  thinkTime: 10s',
    );
    expect(offerAt('version: 1\ntar|').take('targets with latency')).toBe(
      'version: 1\ntargets:\n  strict: { latency: <1s }',
    );
    expect(offerAt('|').items.some(({ label }) => label === 'workload with rate')).toBe(false);
  });

  test('of an entry has a name to type', () => {
    const offer = offerAt('nodes:\n  |');
    expect(offer.take('node with price')).toBe('nodes:\n  l4:\n    gpu: L4\n    price: 1.50 USD/h');
    const item = offer.items.find(({ label }) => label === 'node with price');
    expect(item?.pieces?.filter(({ isStop }) => isStop).map(({ text }) => text)).toEqual([
      'l4',
      'L4',
      '1.50',
    ]);
  });

  test('after a colon goes to the next line, or into braces', () => {
    const text = 'engines:\n  ollama:\n    observations:';
    const written = `${text}\n      - { source: estimate, parallel: 8, latency: 2.7s }`;
    for (const blanks of ['', ' ', '  ']) {
      expect(offerAt(`${text}${blanks}|`).take('observation with latency')).toBe(written);
    }
    expect(offerAt('scenarios:\n  A:|').take('scenario with slots')).toBe(
      'scenarios:\n  A: { engine: ollama, parallel: 8 }',
    );
    expect(offerAt('workload: |\n').take('workload with rate')).toBe(
      'workload:\n  rate: 20/s\n  peakFactor: 2\n',
    );
    expect(offerAt('engines: |').take('engine with like')).toBe(
      'engines:\n  vllm:\n    node: l4\n    like: ollama\n    type: vllm',
    );
  });

  test('after a dash is the rest of the item', () => {
    const text = 'engines:\n  e:\n    observations:\n      -';
    expect(offerAt(`${text} |`).take('observation with throughput')).toBe(
      `${text} source: measured
        name: 50-user benchmark
        nodes: 10
        parallel: 8
        users: 50
        latency: 2.7s
        throughput: 18/s
        date: 2026-12-01`,
    );
    expect(offerAt(`${text}|`).take('observation with latency')).toBe(
      `${text} { source: estimate, parallel: 8, latency: 2.7s }`,
    );
    expect(offerAt(`${text}|`).take('source')).toBe(`${text} source: `);
  });

  test('of a list brings its dash', () => {
    const text = 'engines:\n  e:\n    observations:\n      - { source: guess }\n      ';
    expect(offerAt(`${text}|`).take('observation with latency')).toBe(
      `${text}- { source: estimate, parallel: 8, latency: 2.7s }`,
    );
    const [first, second] = offerAt(`${text}|`)
      .take('observation with throughput')
      .split('\n')
      .slice(4);
    expect([first, second]).toEqual([
      '      - source: measured',
      '        name: 50-user benchmark',
    ]);
  });

  test('inside braces is in braces, or has none of its own', () => {
    expect(offerAt('scenarios:\n  A: { |}').take('scenario with slots')).toBe(
      'scenarios:\n  A: { engine: ollama, parallel: 8}',
    );
    expect(offerAt('scenarios: { |}').take('scenario with slots')).toBe(
      'scenarios: { A: { engine: ollama, parallel: 8 }}',
    );
    expect(offerAt('engines:\n  e: { observations: [|] }').take('observation with latency')).toBe(
      'engines:\n  e: { observations: [{ source: estimate, parallel: 8, latency: 2.7s }] }',
    );
    expect(
      offerAt('engines:\n  e: { node: l4, observations: | }').take('observation with latency'),
    ).toBe(
      'engines:\n  e: { node: l4, observations: [{ source: estimate, parallel: 8, latency: 2.7s }] }',
    );
    expect(offerAt('nodes: { l4: { gpu: L4, | } }').take('price with date')).toBe(
      'nodes: { l4: { gpu: L4, price: { amount: 1.50 USD/h, source: price list, date: 2026-12-01 } } }',
    );
  });

  test('names files in place of a list', () => {
    const text = 'engines:\n  e:\n    observations:';
    expect(offerAt(`${text} |`).take('observations with files')).toBe(
      `${text} { from: bench/*.json }`,
    );
  });

  test('of a price has today’s date', () => {
    expect(offerAt('nodes:\n  l4:\n    price: |').take('price with date')).toBe(
      'nodes:\n  l4:\n    price: { amount: 1.50 USD/h, source: price list, date: 2026-12-01 }',
    );
  });

  test('offers the names and values that there are', () => {
    const known = 'nodes: { l4: { gpu: L4 }, "a, b": { gpu: H100 }, "c|d": {}, "$(zap)": {} }\n';
    const { items } = offerAt('engines:\n  |', known);
    const stops = items
      .find(({ label }) => label === 'engine with estimate')
      ?.pieces?.filter(({ isStop }) => isStop);
    expect(stops?.map(({ choices }) => choices)).toEqual([
      undefined,
      ['l4', '"a, b"'],
      expect.arrayContaining(['vllm', 'ollama']),
      ['estimate', 'measured', 'reported', 'guess'],
      undefined,
      undefined,
    ]);
  });

  test('shows what it writes, and which keys are required', () => {
    const found = offerAt('scenarios:\n  |').items.find(
      ({ label }) => label === 'scenario with slots',
    );
    expect(found?.detail).toBe('engine, parallel');
    expect(found?.documentation).toBe(
      '```yaml\nA: { engine: vllm, parallel: 8 }\n```\n\nRequired: engine, parallel.',
    );
  });
});

describe('a block is not offered', () => {
  test.for([
    ['before a key or value that is there', 'scenarios:\n  |B: {}'],
    ['before braces', 'scenarios:\n  A: |{ engine: ollama }'],
    ['above what belongs to its key', 'workload: |\n  users: 1'],
    ['above a list of its key', 'engines:\n  e:\n    observations: |\n    - { source: guess }'],
    ['in a comment', 'scenarios:\n  # |'],
    ['in a value', 'title: a|'],
  ] as const)('%s', ([, marked]) => {
    expect(blocks(marked)).toEqual([]);
  });

  test('for a key that is there', () => {
    expect(blocks('workload: { users: 1 }\n|').join()).not.toContain('workload');
    expect(blocks('nodes:\n  l4:\n    price: 1 USD/h\n    |')).toEqual([]);
  });
});

describe('an empty plan', () => {
  test('is offered whole plans, after the first keys', () => {
    const { items, take } = offerAt('|');
    expect(items[0]?.label).toBe('version');
    expect(items.filter(({ kind }) => kind === 'template').map(({ label }) => label)).toEqual([
      'Starter',
      'Ollama slots',
      'vLLM with token targets',
      'Open workload with a day',
      'Compare two clouds',
    ]);
    expect(analyzePlan(take('Ollama slots')).document.problems).toEqual([]);
  });

  test('may hold comments', () => {
    expect(offerAt('# ours\n\n|\n').items.at(-1)?.kind).toBe('template');
    expect(offerAt('# ours\nversion: 1\n|').items.at(-1)?.kind).toBe('block');
  });
});

/** Places where blocks fit. */
const PLACES: readonly string[] = [
  'version: 1\n|',
  'version: 1\nworkload: |',
  'version: 1\nworkload:\n  |',
  'version: 1\ntargets:\n  |',
  'version: 1\npolicy: |',
  'version: 1\nnodes:\n    |',
  'version: 1\nnodes:\n    l4: |',
  'version: 1\nnodes: { l4: | }',
  'version: 1\nnodes:\n  l4:\n    |',
  'version: 1\nengines:\n  |',
  'version: 1\nengines:\n  e:\n    node: l4\n    |',
  'version: 1\nengines:\n  e: { node: l4, | }',
  'version: 1\nengines:\n  e:\n    observations:\n      |',
  'version: 1\nengines:\n  e:\n    observations:\n    - |',
  'version: 1\nengines:\n  e:\n    observations:\n        -   |',
  'version: 1\nscenarios:\n  |',
  'version: 1\nscenarios:\n  A:\n    engine: ollama\n    |',
];

test.for(PLACES)('every block at %j is read as it is meant', (marked) => {
  const { items, take } = offerAt(marked);
  const placed = items.filter(({ kind }) => kind === 'block');
  expect(placed.length).toBeGreaterThan(0);
  for (const { label } of placed) {
    const { problems } = readPlan(take(label));
    // what is missing elsewhere is no fault of the block
    const faults = problems.filter(
      ({ code }) => !['plan.missing-key', 'plan.unknown-reference'].includes(code),
    );
    expect(faults, `${label}\n${take(label)}`).toEqual([]);
  }
});
