import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexLines } from '../../../src/plan/lineIndex';

describe('lines', () => {
  it('are counted from 0, whatever ends them', () => {
    const lines = indexLines('ab\r\ncd\n');
    expect(lines.positionAt(0)).toEqual({ line: 0, column: 0 });
    expect(lines.positionAt(5)).toEqual({ line: 1, column: 1 });
    expect(lines.positionAt(7)).toEqual({ line: 2, column: 0 });
    expect(lines.offsetAt({ line: 1, column: 1 })).toBe(5);
    expect(lines.offsetAt({ line: 9, column: 0 })).toBe(7);
  });

  it('lead there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '😀') }), fc.nat(), (text, n) => {
        const index = indexLines(text);
        const offset = n % (text.length + 1);
        expect(index.offsetAt(index.positionAt(offset))).toBe(offset);
      }),
    );
  });
});
