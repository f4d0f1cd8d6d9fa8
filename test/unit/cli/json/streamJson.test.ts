import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lazyList } from '../../../../src/cli/json/lazyList';
import { streamJson } from '../../../../src/cli/json/streamJson';

const whole = (value: unknown): string => [...streamJson(value)].join('');

test('The pieces together are what JSON.stringify gives', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      expect(whole(value)).toBe(`${JSON.stringify(value, undefined, 2)}\n`);
    }),
  );
});

test('A key without a value is left out, and an item without one is null', () => {
  const value = { a: undefined, b: [undefined, 1], c: {} };
  expect(whole(value)).toBe(`${JSON.stringify(value, undefined, 2)}\n`);
});

test('Items of a lazy list are made as they are written', () => {
  let made = 0;
  const items = Array.from({ length: 1000 }, (_, index) => index);
  const list = lazyList(items, () => {
    made += 1;
    return { text: 'x'.repeat(1000) };
  });
  const pieces = streamJson({ files: [{ findings: list }] })[Symbol.iterator]();
  expect(made).toBe(0);
  pieces.next();
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(100);
});
