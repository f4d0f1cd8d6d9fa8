import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { plainLabel, plainText } from '../../../src/messages/plainText';

/** As VS Code reads notifications and details of status items (linkedText.ts). */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
/** As VS Code reads labels (iconLabels.ts). */
const ICON = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;
const UNSEEN =
  /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]/u;

describe('plain text', () => {
  test.for<[string, string]>([
    ['[x](command:workbench.action.quit).yaml', '[x] (command:workbench.action.quit).yaml'],
    ['![p](https://example.com/p.png)', '![p] (https://example.com/p.png)'],
    ['[x](file:///etc/passwd "title")', '[x] (file:///etc/passwd "title")'],
    ['$(zap) $(sync~spin)', '$ (zap) $ (sync~spin)'],
    ['\\$(zap)', '\\$ (zap)'],
    ['[x]\u200b(command:y)', '[x] (command:y)'],
    ['$\u0007(zap)', '$ (zap)'],
    ['a\r\n::error::b\u2028c', 'a ::error::b c'],
    ['\u001b[31mred\u0007', '[31mred'],
    ['safe\u202egnp.exe\u061c\u2066', 'safegnp.exe'],
    ['half \ud83d of a pair, 🚀 whole', 'half \ufffd of a pair, 🚀 whole'],
    ['B misses strict · $188/h (2 of 3) [a]', 'B misses strict · $188/h (2 of 3) [a]'],
  ])('of %j is %j', ([text, expected]) => {
    expect(plainText(text)).toBe(expected);
  });

  test('is cut, between characters', () => {
    expect(plainText('🚀'.repeat(500))).toBe(`${'🚀'.repeat(299)}…`);
    expect(Array.from(plainLabel('a'.repeat(1_000_000)))).toHaveLength(100);
  });

  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom('[', 'x', ']', '(', ')', '$', '$(zap)', 'command:a', 'https://b', ' ', '"'),
        fc.constantFrom('\u200b', '\u202e', '\u061c', '\n', '\u001b', '\ud800', '\u2028', '\ufeff'),
        fc.string({ unit: 'binary' }),
      ),
    )
    .map((pieces) => pieces.join(''));

  test('has no link, no icon and nothing unseen, whatever it is of', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const shown of [plainText(text), plainLabel(text)]) {
          expect(shown).not.toMatch(LINK);
          expect(shown).not.toMatch(ICON);
          expect(shown).not.toMatch(UNSEEN);
        }
      }),
    );
  });
});
