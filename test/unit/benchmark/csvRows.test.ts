import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRows } from '../../../src/benchmark/csvRows';

test('splits cells, and keeps separators and line ends in quotes', () => {
  expect(parseRows('a,b\n1,"2,3"\n"x\ny","say ""hi"""\n')).toEqual([
    ['a', 'b'],
    ['1', '2,3'],
    ['x\ny', 'say "hi"'],
  ]);
  expect(parseRows('a;;c\n;\n', ';')).toEqual([
    ['a', '', 'c'],
    ['', ''],
  ]);
  expect(parseRows('a\tb', '\t')).toEqual([['a', 'b']]);
  expect(parseRows('\n\n')).toEqual([]);
});

test('reads back whatever was written with quotes', () => {
  const cell = fc.string();
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(rows, (written) => {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const text = written.map((row) => row.map(quoted).join(',')).join('\n');
      expect(parseRows(text)).toEqual(written);
    }),
  );
});
