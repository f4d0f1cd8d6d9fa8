import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf, plainWords } from '../../../src/messages/codePieces';
import { fenceCode } from '../../../src/messages/markdown';

describe('a sentence falls into pieces', () => {
  test('names between backticks are code', () => {
    expect(piecesOf('`A` and `B` meet it.')).toEqual([
      { text: 'A', isCode: true },
      { text: ' and ', isCode: false },
      { text: 'B', isCode: true },
      { text: ' meet it.', isCode: false },
    ]);
  });

  test('a backtick without its partner is one of the text', () => {
    expect(piecesOf('it`s `A`s')).toEqual([
      { text: 'it', isCode: false },
      { text: 's ', isCode: true },
      { text: 'A`s', isCode: false },
    ]);
    expect(plainWords('a ` b')).toBe('a ` b');
  });

  test('a name with backticks stays whole', () => {
    expect(plainWords(`${fenceCode('a`b')} misses`)).toBe('a`b misses');
    expect(piecesOf(`${fenceCode('``` e')} misses`)[0]).toEqual({ text: '``` e', isCode: true });
  });

  test('property: any name between words comes out as it went in', () => {
    const name = fc
      .string({ unit: fc.constantFrom('a', '`', ' ', '|'), minLength: 1 })
      .map((text) => text.trim().replace(/\s+/g, ' '))
      .filter((text) => text !== '');
    fc.assert(
      fc.property(name, (text) => {
        expect(piecesOf(`Of ${fenceCode(text)} so much.`)).toEqual([
          { text: 'Of ', isCode: false },
          { text, isCode: true },
          { text: ' so much.', isCode: false },
        ]);
      }),
    );
  });
});
