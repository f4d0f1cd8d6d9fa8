/** Colours of a terminal. */

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;
export type Colour = keyof typeof CODES;

export type Paint = (text: string, ...colours: readonly Colour[]) => string;

export function painter(colours: boolean): Paint {
  if (!colours) return (text) => text;
  return (text, ...wanted) => {
    const start = wanted.map((colour) => `\u001b[${CODES[colour]}m`).join('');
    return `${start}${text}\u001b[0m`;
  };
}

/** Text of a plan must not command the terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (sign) =>
    sign === '\t' ? sign : '\u{FFFD}',
  );
}
