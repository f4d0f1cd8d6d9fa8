import { expect, test } from 'vitest';
import { addItems, type Item } from '../../../../src/plan/edit/addItems';
import { readYaml } from '../../../../src/plan/yamlReader';

const ITEM: Item = [
  ['name', 'a run'],
  ['users', '16'],
  [
    'ttft',
    [
      ['mean', '1s'],
      ['p99', '2s'],
    ],
  ],
];

function add(
  text: string,
  items: readonly Item[] = [ITEM],
  path = '/engines/e/observations',
): string {
  const edit = addItems({ text, tree: readYaml(text).root }, path, items);
  return 'text' in edit ? edit.text : edit.problem;
}

test('adds below the last item of a block list, in its indentation, and keeps comments', () => {
  expect(
    add(`engines:
  e:
    observations: # mine
      - name: first
        users: 8 # eight
      # not this one
    node: l4
`),
  ).toBe(`engines:
  e:
    observations: # mine
      - name: first
        users: 8 # eight
      - name: a run
        users: 16
        ttft: { mean: 1s, p99: 2s }
      # not this one
    node: l4
`);
});

test('writes braces among braces, and wraps them', () => {
  const long: Item = [...ITEM, ['note', 'x'.repeat(70)], ['errors', '0']];
  expect(add('engines:\n  e:\n    observations:\n    - { users: 8 }\n', [ITEM, long])).toBe(
    `engines:
  e:
    observations:
    - { users: 8 }
    - { name: a run, users: 16, ttft: { mean: 1s, p99: 2s } }
    - { name: a run, users: 16, ttft: { mean: 1s, p99: 2s },
        note: ${'x'.repeat(70)}, errors: 0 }
`,
  );
});

test('adds into brackets, empty ones too', () => {
  const written = '{ name: a run, users: 16, ttft: { mean: 1s, p99: 2s } }';
  expect(add('engines: { e: { observations: [ { users: 8 } ] } }')).toBe(
    `engines: { e: { observations: [ { users: 8 }, ${written} ] } }`,
  );
  expect(add('engines: { e: { observations: [] } }')).toBe(
    `engines: { e: { observations: [ ${written} ] } }`,
  );
  expect(add('engines:\n  e: { node: l4 } # end')).toBe(
    `engines:\n  e: { node: l4, observations: [ ${written} ] } # end`,
  );
});

test('begins a list where there is none, with the line ends of the text', () => {
  expect(add('engines:\r\n  e:\r\n    node: l4\r\nscenarios: {}\r\n')).toBe(
    'engines:\r\n  e:\r\n    node: l4\r\n    observations:\r\n      - name: a run\r\n        users: 16\r\n        ttft: { mean: 1s, p99: 2s }\r\nscenarios: {}\r\n',
  );
  expect(add('engines:\n  e:\n    observations: # none yet\n    node: l4')).toContain(
    '    observations: # none yet\n      - name: a run\n',
  );
  expect(
    add('engines:\n  e:\n    model: { a: 1 }\n    x-y:\n      z: |\n        text\n'),
  ).toContain('        text\n    observations:\n      - name: a run\n');
});

test('quotes what YAML would read as something else', () => {
  const item: Item = [
    ['name', 'a: b, {c} #d'],
    ['note', '- "x"'],
  ];
  expect(add('engines:\n  e: { observations: [] }', [item])).toContain(
    '{ name: "a: b, {c} #d", note: "- \\"x\\"" }',
  );
});

test('refuses a list that others share, and one that is no list', () => {
  expect(add('a: &a [ { users: 8 } ]\nengines:\n  e:\n    observations: *a\n')).toBe('unwritable');
  expect(add('a: &a { observations: [ { users: 8 } ] }\nengines:\n  e:\n    <<: *a\n')).toBe(
    'unwritable',
  );
  expect(add('engines:\n  e:\n    observations: none\n')).toBe('unwritable');
  expect(add('engines:\n  e: 1\n')).toBe('unwritable');
  expect(addItems({ text: '{', tree: undefined }, '/engines/e/observations', [ITEM])).toEqual({
    problem: 'unreadable',
  });
});
