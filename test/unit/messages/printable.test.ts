import { describe, expect, test } from 'vitest';
import { printable } from '../../../src/messages/printable';
import { ACTING } from '../acting';

describe('printable', () => {
  test.each(ACTING)('U+%s', (code, character) => {
    expect(code).not.toBe('');
    expect(printable(`x${character}y`)).toBe('x\ufffdy');
  });

  test('a name stays on one line', () => {
    expect(printable('a\r\nb\nc')).toBe('a\ufffd\ufffdb\ufffdc');
  });

  test.each([
    'für Łódź',
    '日本語',
    'می\u200cشود',
    'क्\u200dष',
    '👩🏽\u200d💻',
    '❤\ufe0f',
    'e\u0301',
    '\t',
    '🎉',
  ])('what is seen stays: %s', (text) => {
    expect(printable(text)).toBe(text);
  });

  test('time grows with the length', () => {
    const long = '\u200d'.repeat(200_000);
    expect(printable(long)).toBe('\ufffd'.repeat(200_000));
  });
});
