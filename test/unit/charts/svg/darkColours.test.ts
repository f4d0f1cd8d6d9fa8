/** Every colour of a chart has one on dark, and text can be read on either ground. */
import { expect, test } from 'vitest';
import { DARK_RULES } from '../../../../src/charts/svg/darkColours';
import * as palette from '../../../../src/charts/svg/palette';

const onDark = new Map(
  [...DARK_RULES.matchAll(/\[fill="(#\w+)"\]\{fill:(#\w+)\}/g)].map(
    ([, light = '', dark = '']) => [light, dark] as const,
  ),
);
const { BACKGROUND, PALETTE, TEXT, QUIET_TEXT, AXIS_LINE, GRID_LINE } = palette;

test('has a colour on dark for each colour on white', () => {
  const all = [BACKGROUND, TEXT, QUIET_TEXT, AXIS_LINE, GRID_LINE, ...Object.values(PALETTE)];
  expect([...onDark.keys()].sort()).toEqual([...all].sort());
});

test.each([TEXT, QUIET_TEXT, ...Object.values(PALETTE)])('%s can be read on dark', (colour) => {
  expect(contrast(onDark.get(colour) ?? '', onDark.get(BACKGROUND) ?? '')).toBeGreaterThan(4.5);
});

/** Contrast by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
