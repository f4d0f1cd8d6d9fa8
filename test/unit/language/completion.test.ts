import { describe, expect, test } from 'vitest';
import { completionsAt, type Completion } from '../../../src/language/completion';
import { readPlan } from '../../../src/plan/readPlan';

const PLAN = `version: 1
workload: { users: 1000 }
targets:
  fast: { latency: <1s }
  slow: { latency: 3s }
nodes: { l4: { gpu: L4 }, h100: { gpu: H100 } }
engines:
  ollama: { node: l4 }
  vllm: { node: l4 }
`;

/** What is offered where `|` stands; the text before it is put after PLAN unless it is whole. */
function offered(marked: string, known = PLAN): readonly Completion[] {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return completionsAt(text, offset, readPlan(known))?.items ?? [];
}

/** Labels of words: keys, values and names. Blocks have tests of their own. */
const labels = (marked: string): string[] =>
  offered(marked)
    .filter(({ kind }) => kind !== 'block')
    .map(({ label }) => label);

/** The text after the item of this label was taken. */
function accept(marked: string, label: string): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = completionsAt(text, offset, readPlan(PLAN));
  const item = found?.items.find((each) => each.label === label);
  if (!found || !item) throw new Error(`${label} is not offered`);
  return text.slice(0, found.replace.start) + item.insert + text.slice(found.replace.end);
}

describe('keys', () => {
  test('of the top, without those that are there', () => {
    expect(labels('version: 1\n|\nnodes: {}\n')).toEqual([
      'title',
      'currency',
      'workload',
      'targets',
      'policy',
      'engines',
      'scenarios',
    ]);
  });

  test.for([
    ['a map in block style', 'workload:\n  users: 1\n  |', 'thinkTime'],
    ['a name in block style', 'engines:\n  ollama:\n    ty|', 'type'],
    [
      'a list item',
      'engines:\n  ollama:\n    observations:\n      - source: measured\n        par|',
      'parallel',
    ],
    [
      'the first key of a list item',
      'engines:\n  ollama:\n    observations:\n      - { source: guess }\n      - |',
      'source',
    ],
    [
      'a list that is not indented',
      'engines:\n  ollama:\n    observations:\n    - name: x\n      |',
      'latency',
    ],
    ['braces', 'scenarios:\n  A: { engine: ollama, |', 'parallel'],
    ['braces that are closed', 'scenarios:\n  A: { engine: ollama, | }\n', 'parallel'],
    ['braces within braces', 'nodes: { l4: { gpu: L4, price: { amount: 1 USD/h, |', 'date'],
    ['braces in a list', 'engines:\n  e:\n    observations:\n      - { source: guess, |', 'users'],
    ['a list in brackets', 'engines:\n  e: { observations: [{ source: guess }, { |', 'source'],
    ['braces over several lines', 'scenarios:\n  A: {\n    engine: ollama,\n    |', 'parallel'],
    ['after a list', 'engines:\n  e:\n    observations:\n      - { source: guess }\n    |', 'node'],
    ['below a broken line', 'workload: { users: \nengines:\n  e:\n    |', 'node'],
  ] as const)('of %s', ([, marked, expected]) => {
    expect(labels(marked)).toContain(expected);
  });

  test('say what they mean, and whether they are needed; what is required comes first', () => {
    const [engine] = offered('scenarios:\n  A:\n    |');
    const node = offered('engines:\n  e:\n    |').find(({ label }) => label === 'node');
    expect([engine?.label, engine?.detail]).toEqual(['engine', 'required']);
    expect([node?.detail, node?.documentation]).toEqual([
      'required',
      'The node type that it runs on: a name from `nodes`. It may be a list of nodes with the same GPUs: `[aws, gcp]`. The cheapest counts, and costs on the others are shown too.',
    ]);
  });

  test('take the place of the word under way, with their colon', () => {
    expect(accept('scenarios:\n  A: { engine: ollama, par|', 'parallel')).toBe(
      'scenarios:\n  A: { engine: ollama, parallel: ',
    );
    expect(accept('ver|', 'version')).toBe('version: ');
    expect(accept('wor|: { users: 1 }', 'workload')).toBe('workload: { users: 1 }');
    expect(accept('engi|', 'engines')).toBe('engines:');
    expect(accept('targets: { t: { p|.9: <1s } }', 'p99')).toBe('targets: { t: { p99.9: <1s } }');
    expect(accept('tit|.a: 1', 'title')).toBe('title: .a: 1');
  });

  test('are offered beside a key of the user’s own that ends like them', () => {
    expect(labels('workload: { |, x-old.users: 3 }')).toContain('users');
    expect(labels('workload: { |, users: 3 }')).not.toContain('users');
  });

  test('that name something are found in a text that was never whole', () => {
    const text = 'version: 1\nengines:\n  ollama: { node: l4 }\nscenarios:\n  A: { engine: |';
    expect(labels(text)).toContain('ollama');
  });

  test('are not offered where names are the writer’s own', () => {
    expect(labels('scenarios:\n  |')).toEqual([]);
    expect(labels('scenarios: { |')).toEqual([]);
    expect(labels('# a comment |')).toEqual([]);
  });
});

describe('values', () => {
  test.for([
    ['choices', 'engines:\n  e: { type: |', ['ollama', 'vllm']],
    ['choices in block style', 'policy:\n  routing: le|', ['least-busy', 'round-robin', 'random']],
    ['engines', 'scenarios:\n  A: { engine: |', ['ollama', 'vllm']],
    ['nodes', 'engines:\n  e:\n    node: |', ['l4', 'h100']],
    ['targets', 'scenarios:\n  A: { engine: ollama, target: f| }', ['fast', 'slow']],
    ['GPUs', 'nodes:\n  n: { gpu: |', ['L4', 'H100 SXM', 'RTX 4090']],
    ['models', 'engines:\n  e:\n    model: |', ['llama3.1:8b', 'meta-llama/Llama-3.1-8B']],
    ['quantizations', 'engines:\n  e:\n    quantization: |', ['fp8', 'q4_k_m']],
    ['quantities, as examples', 'workload: { thinkTime: |', ['10s', '2 min']],
    ['prices', 'nodes:\n  l4:\n    price: |', ['1.50 USD/h']],
    ['auto', 'scenarios:\n  A: { parallel: |', ['auto']],
  ] as const)('%s', ([, marked, expected]) => {
    expect(labels(marked)).toEqual(expect.arrayContaining([...expected]));
  });

  test('take the place of what is under way', () => {
    expect(accept('nodes:\n  n: { gpu: RTX 40|', 'RTX 4090')).toBe('nodes:\n  n: { gpu: RTX 4090');
  });

  test.for([
    ['GPU', 'nodes:\n  n: { gpu: H100|', PLAN, 'H100', 'H100 SXM'],
    ['GPU', 'nodes:\n  n: { gpu: A100|', PLAN, 'A100', 'A100 80GB SXM'],
    [
      'engine',
      'scenarios:\n  A: { engine: v|',
      'engines: { vllm-gcp: {}, vllm: {} }\n',
      'vllm',
      'vllm-gcp',
    ],
  ] as const)(
    'the %s typed in full comes before longer names',
    ([, marked, known, first, later]) => {
      const found = offered(marked, known).map(({ label }) => label);
      expect(found).toContain(first);
      expect(found.indexOf(first)).toBeLessThan(found.indexOf(later));
    },
  );

  test('are not offered where the only one is typed already', () => {
    expect(labels('version: |')).toEqual(['1']);
    expect(labels('version: 1|')).toEqual([]);
  });

  test('given as examples go with the first letter typed; words that people write stay', () => {
    expect(labels('workload:\n  users: |')).not.toEqual([]);
    expect(labels('workload:\n  users: 1|')).toEqual([]);
    expect(labels('title: A|')).toEqual([]);
    expect(labels('currency: E|')).toContain('EUR');
    expect(labels('scenarios:\n  A: { parallel: a|')).toEqual(['auto']);
  });

  test('stand between quotes where YAML would read them otherwise', () => {
    expect(accept('engines:\n  e: { model: |', 'llama3.1:8b')).toBe(
      'engines:\n  e: { model: llama3.1:8b',
    );
    const odd = offered('scenarios:\n  A: { engine: |', 'engines: { "a, b": {} }\n');
    expect(odd.map(({ insert }) => insert)).toEqual(['"a, b"']);
    expect(accept('targets: { t: { latency: |', '<= 250ms')).toBe(
      'targets: { t: { latency: <= 250ms',
    );
  });
});

test('every place of a plan has an answer, and never an exception', () => {
  for (let offset = 0; offset <= PLAN.length; offset++) {
    const found = completionsAt(PLAN, offset, readPlan(PLAN));
    if (found) expect(found.replace.start).toBeLessThanOrEqual(found.replace.end);
  }
});

test('the shapes of a day are offered for a profile', () => {
  expect(labels('workload:\n  users: 1\n  profile: |')).toEqual([
    'flat',
    'office-hours',
    'consumer-evening',
    'global',
  ]);
});

test('what a scenario leaves out is the plan’s, not the default', () => {
  const policy = offered('scenarios:\n  A:\n    policy:\n      |');
  expect(policy.map(({ label, detail }) => [label, detail])).toEqual([
    ['headroom', 'default: the plan’s'],
    ['spare', 'default: the plan’s'],
    ['routing', 'default: the plan’s'],
  ]);
  const own = offered('policy:\n  |');
  expect(own.map(({ detail }) => detail)).toContain('default: 0');
});

test('GPUs and models have what the catalog knows of them', () => {
  const detailOf = (marked: string, name: string) =>
    offered(marked).find(({ label }) => label === name)?.detail;
  expect(detailOf('nodes:\n  a:\n    gpu: |', 'L4')).toBe('24 GB, 300 GB/s');
  expect(detailOf('engines:\n  e:\n    model: |', 'Qwen/Qwen3-30B-A3B')).toMatch(
    /^30\.\dB parameters, 3\.\d+B a token$/,
  );
});

describe('files of benchmarks', () => {
  const folderAt = (marked: string): string | undefined => {
    const offset = marked.indexOf('|');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    return completionsAt(text, offset, readPlan(PLAN))?.folder;
  };

  test('are asked for where a `from` is typed', () => {
    expect(folderAt('engines:\n  e: { observations: { from: | } }')).toBe('');
    expect(folderAt('engines:\n  e:\n    observations:\n      - from: bench/old/ru|')).toBe(
      'bench/old/',
    );
    expect(folderAt('engines:\n  e:\n    type: v|')).toBeUndefined();
  });

  test('`from` is offered in place of an observation, and of all', () => {
    expect(labels('engines:\n  e:\n    observations:\n      - |')).toContain('from');
    expect(
      labels('engines:\n  e:\n    observations:\n      - source: guess\n        |'),
    ).not.toContain('from');
    expect(labels('engines:\n  e: { observations: { | } }')[0]).toBe('from');
  });

  test('keys beside `from` are those that hold for all its runs', () => {
    const inMap = labels('engines:\n  e:\n    observations:\n      from: a.json\n      |');
    const inBraces = labels('engines:\n  e: { observations: [{ from: a.json, | }] }');
    for (const offeredKeys of [inMap, inBraces]) {
      expect(offeredKeys).toContain('parallel');
      expect(offeredKeys).not.toContain('latency');
      expect(offeredKeys).not.toContain('from');
    }
  });
});
