import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tipPlace } from '../../../../webview/charts/tipPlace';

const PLOT = { width: 400, height: 250 };
const SMALL = { width: 120, height: 80 };

test('a tip is at the right of its point, or at the left if there is no room', () => {
  expect(tipPlace({ x: 100, y: 100 }, SMALL, PLOT)).toEqual({ left: 114, top: 86 });
  expect(tipPlace({ x: 350, y: 100 }, SMALL, PLOT)).toEqual({ left: 216, top: 86 });
});

test('a wide tip is above or below its point', () => {
  const wide = { width: 300, height: 80 };
  expect(tipPlace({ x: 200, y: 150 }, wide, PLOT)).toEqual({ left: 50, top: 56 });
  expect(tipPlace({ x: 200, y: 50 }, wide, PLOT)).toEqual({ left: 50, top: 64 });
});

test('a tip without room beside its point is below the plot', () => {
  const large = { width: 300, height: 200 };
  expect(tipPlace({ x: 200, y: 125 }, large, PLOT)).toEqual({ left: 50, top: 250 });
});

test('whatever the sizes, it never covers its point', () => {
  const size = fc.record({
    width: fc.integer({ min: 40, max: 900 }),
    height: fc.integer({ min: 20, max: 600 }),
  });
  fc.assert(
    fc.property(
      size,
      size,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(100),
      (tip, plot, x, y) => {
        const point = { x: x * plot.width, y: (y / 100) * plot.height };
        const { left, top } = tipPlace(point, tip, plot);
        const isCovered =
          left <= point.x &&
          point.x <= left + tip.width &&
          top <= point.y &&
          point.y <= top + tip.height;
        expect(isCovered).toBe(false);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
