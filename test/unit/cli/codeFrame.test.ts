import { expect, test } from 'vitest';
import { codeFrame } from '../../../src/cli/formats/codeFrame';

const same = (text: string): string => text;
const frame = (lines: readonly string[], line: number, column: number, endColumn: number) =>
  codeFrame(lines, { line, column, endLine: line, endColumn }, same, same);

test('underlines what is meant', () => {
  expect(frame(['a: 1', 'users: 10'], 2, 8, 10)).toEqual(['   2 | users: 10', '     |        ~~']);
});

test('an empty span has one sign', () => {
  expect(frame(['users:'], 1, 7, 7)).toEqual(['   1 | users:', '     |       ~']);
});

test('keeps tabs, so that the sign stands below what it means', () => {
  expect(frame(['\ta: x'], 1, 5, 6)).toEqual(['   1 | \ta: x', '     | \t   ~']);
});

test('a span over several lines is underlined to the end of the first', () => {
  const [, under] = codeFrame(
    ['a: [', '1]'],
    { line: 1, column: 4, endLine: 2, endColumn: 3 },
    same,
    same,
  );
  expect(under).toBe('     |    ~');
});

test('a long line is cut around what is meant', () => {
  const line = `${'x'.repeat(500)}HERE${'y'.repeat(500)}`;
  const [shown = '', under = ''] = frame([line], 1, 501, 505);
  expect(shown.length).toBeLessThan(120);
  expect(shown.slice(under.indexOf('~'), under.indexOf('~') + 4)).toBe('HERE');
  expect(under.trimEnd().endsWith('~~~~')).toBe(true);
});

test('there is none where the text has no line', () => {
  expect(frame([''], 1, 1, 1)).toEqual([]);
  expect(frame([], 3, 1, 1)).toEqual([]);
});
