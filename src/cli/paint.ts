/** Colours text for a terminal. */

const ESCAPE = '\u001b';
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;
export type Colour = keyof typeof CODES;

export type Paint = (text: string, ...colours: readonly Colour[]) => string;

export function painter(colours: boolean): Paint {
  if (!colours) return (text) => text;
  return (text, ...wanted) => {
    const start = wanted.map((colour) => `${ESCAPE}[${CODES[colour]}m`).join('');
    return `${start}${text}${ESCAPE}[0m`;
  };
}

/** Source of a regular expression that finds only the codes of our painter. */
export const PAINTED = `${ESCAPE}\\[(?:0|${Object.values(CODES).join('|')})m`;
