/** Characters that must not reach a terminal, a log or a reader: all of their blocks, by hexadecimal code. */
const BLOCKS: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xd800],
  [0xdfff, 0xdfff],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xffff, 0xffff],
  [0xe0000, 0xe0002],
  [0xe0020, 0xe0080],
  [0xe0fff, 0xe0fff],
];

export const ACTING: readonly (readonly [code: string, character: string])[] = BLOCKS.flatMap(
  ([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => {
      const code = first + index;
      return [code.toString(16).padStart(4, '0'), String.fromCodePoint(code)] as const;
    }),
);

export const ACTING_TEXT = ACTING.map(([, character]) => character).join('-');

const ACTING_CODES: ReadonlySet<string> = new Set(ACTING.map(([, character]) => character));

/** Those of a text; new lines and tabs are layout. */
export function actingIn(text: string): readonly string[] {
  return [...new Set(text)].filter((character) => ACTING_CODES.has(character));
}
