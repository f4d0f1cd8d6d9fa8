import { expect, test } from 'vitest';
import { changesTree, NO_CHANGES } from '../../../../src/plan/edit/changes';
import { flowText, overrideText } from '../../../../src/plan/edit/flowText';
import { readYaml } from '../../../../src/plan/yamlReader';

function nodeOf(text: string) {
  const { root } = readYaml(text);
  if (!root) throw new Error('no YAML');
  return root;
}

test('lists and maps are written in braces, on one line', () => {
  const node = nodeOf('a:\n  - 1\n  - { b: two, c: [] }\nd: {}\n');
  expect(flowText(node, NO_CHANGES)).toBe('{ a: [1, { b: two, c: [] }], d: {} }');
});

test('a changed item of a list is the only one that differs', () => {
  const changes = changesTree([{ path: '/a/1', text: '5' }], []);
  expect(flowText(nodeOf('a:\n- 1\n- 2\n- 3\n'), changes)).toBe('{ a: [1, 5, 3] }');
});

test('a key that is not there yet is added', () => {
  const changes = changesTree([{ path: '/x/y', text: '1' }], []);
  expect(flowText(nodeOf('a: 2'), changes)).toBe('{ a: 2, x: { y: 1 } }');
  expect(flowText(undefined, changes)).toBe('{ x: { y: 1 } }');
});

test('a quoted text stays a text, and no value stays none', () => {
  const node = nodeOf('a: "null"\nb: "12"\nd:\ne: plain');
  const written = flowText(node, NO_CHANGES);
  expect(written).toContain('a: "null", b: "12"');
  expect(written).toContain('d: null, e: plain');
});

test('an alias is overridden key by key', () => {
  const changes = changesTree([{ path: '/users', text: '7' }], []);
  expect(overrideText('*base', nodeOf('users: 1\nthinkTime: 2s'), changes)).toBe(
    '{ <<: *base, users: 7 }',
  );
});
