import { expect, test } from 'vitest';
import { cut, oneLine } from '../../../src/messages/oneLine';

test.each([
  ['a\nb\t c\u2028d', 'a b c d'],
  ['a\u0000\u0007b', 'ab'],
  ['a\u202eb\u061cc\u2066d\u200e', 'abcd'],
  ['half \ud83d of one', 'half \ufffd of one'],
  ['😀\uffff', '😀'],
])('%j is written as %j', (text, expected) => {
  expect(oneLine(text)).toBe(expected);
});

test('no character is cut in two', () => {
  expect(cut('a😀b', 2)).toBe('a');
  expect(cut('a😀b', 3)).toBe('a😀');
  expect(cut('a😀b', 9)).toBe('a😀b');
});
