import { expect, test } from 'vitest';
import { BACKGROUND, PALETTE, QUIET_TEXT, TEXT } from '../../../../src/charts/svg/palette';

test.each(Object.entries({ ...PALETTE, TEXT, QUIET_TEXT }))(
  '%s can be read on the background (WCAG 1.4.3)',
  (_, colour) => {
    expect(contrast(colour, BACKGROUND)).toBeGreaterThanOrEqual(4.5);
  },
);

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
