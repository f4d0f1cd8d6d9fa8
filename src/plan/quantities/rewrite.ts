/** Rewrites spellings of people into others with the same meaning. Callers check that they are read. */

const THOUSANDS_MARK = /(?<=\d)[’'`´](?=\d{3}(?!\d))/g;

const MULTIPLES: Readonly<Record<string, string>> = {
  thousand: 'k',
  million: 'M',
  billion: 'B',
};

/** Returns `1’200` without its mark, `2 thousand` as `2k`, and `1S` as `1s`. */
export function rewrite(text: string): string[] {
  const spelt = [
    text.replace(THOUSANDS_MARK, ''),
    text.replace(/(?<=\d)\s*(thousand|million|billion)s?\b/i, (_, word: string) => multiple(word)),
    text.replace(/^(\d+(?:\.\d+)?)\s*([KM])i$/, (_, digits: string, unit: string) =>
      binaryMultiple(Number(digits), unit),
    ),
    // Among the units of time only `M` differs from `m`.
    text.replace(/(?<=\d\s?)[SHD](?=$|\s*\d)/g, (unit) => unit.toLowerCase()),
  ];
  return spelt.filter((other) => other !== text);
}

/** Kubernetes' multiples of 1,024. */
function binaryMultiple(value: number, unit: string): string {
  return String(Math.round(value * (unit === 'K' ? 1024 : 1024 ** 2)));
}

function multiple(word: string): string {
  return MULTIPLES[word.toLowerCase()] ?? word;
}
