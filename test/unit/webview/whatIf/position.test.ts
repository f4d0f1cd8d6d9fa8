import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nudged, positionOf, POSITIONS, valueAt } from '../../../../webview/whatIf/position';

const users = { min: 100, max: 10_000, step: 10, scale: 'log' } as const;

/** What a hand meets that pulls the thumb over a slider of so many pixels. */
function pulled(range: typeof users, width: number): number[] {
  const reach = POSITIONS / width / 2;
  return Array.from({ length: width + 1 }, (_, x) =>
    valueAt(range, Math.round((x / width) * POSITIONS), reach),
  );
}

describe('a position on a slider', () => {
  it.for([80, 120, 240, 600])('reaches round values on %i pixels', (width) => {
    expect(pulled(users, width)).toEqual(
      expect.arrayContaining([100, 200, 500, 1000, 2000, 5000, 10_000]),
    );
  });

  it('gives values that rise with it, within the range and on a step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 1200 }), (width) => {
        const values = pulled(users, width);
        expect(values).toEqual([...values].sort((a, b) => a - b));
        expect(values.every((value) => value % 10 === 0 && value >= 100 && value <= 10_000)).toBe(
          true,
        );
      }),
    );
  });

  it('goes on by at least a step with a key', () => {
    const fine = { min: 1, max: 1e6, step: 1, scale: 'log' } as const;
    expect(nudged(fine, 2, positionOf(fine, 2) + 1)).toBe(3);
    expect(nudged(fine, 3, positionOf(fine, 3) - 1)).toBe(2);
    const slots = { min: 1, max: 64, step: 1, scale: 'linear' } as const;
    expect(nudged(slots, 8, positionOf(slots, 8) + 1)).toBe(9);
  });

  it('keeps the ends, on a step or not', () => {
    const odd = { min: 0.15, max: 14.99, step: 0.1, scale: 'log' } as const;
    expect(valueAt(odd, 0)).toBe(0.15);
    expect(valueAt(odd, POSITIONS)).toBe(14.99);
  });
});
