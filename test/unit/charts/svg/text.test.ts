import { expect, test } from 'vitest';
import { fitText, textWidth, wrapText } from '../../../../src/charts/svg/text';

test('what fits stays, what does not ends in an ellipsis and fits', () => {
  expect(fitText('short', 12, 100)).toBe('short');
  const cut = fitText('a name that is much too long', 12, 80);
  expect(cut).toMatch(/^a name .*…$/);
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(80);
});

test('a text as long as people like is cut too', () => {
  const cut = fitText('a name '.repeat(20_000), 12, 600);
  expect(cut).toMatch(/^(a name )+.*…$/);
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(600);
});

test('no character is cut in two', () => {
  for (let width = 12; width < 80; width++) {
    expect(fitText('😀👍🏽é😀👍🏽é😀', 12, width)).toMatch(/^\P{Cs}*$/u);
  }
});

test('lines are as wide as they may be, and the last is cut', () => {
  const lines = wrapText('one two three four five six seven eight nine ten', 12, 90, 2);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('one two three');
  expect(lines[1]).toMatch(/…$/);
});

test('no last word stands alone where the lines can share', () => {
  expect(wrapText('aaaa bbbb cccc dddd eeee', 12, 140, 3)).toEqual(['aaaa bbbb cccc', 'dddd eeee']);
});

test('an East Asian character is about twice as wide as a Latin one', () => {
  expect(textWidth('大', 12)).toBeGreaterThan(textWidth('a', 12) * 1.6);
});
