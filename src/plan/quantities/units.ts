/** Converts units of every kind to their base unit. Undefined if the text is not a unit of that kind. */

const SECONDS: Readonly<Record<string, number>> = {
  ...spell(1e-9, 'ns'),
  ...spell(1e-6, 'us', 'µs', 'μs', 'microsecond', 'microseconds'),
  ...spell(1e-3, 'ms', 'msec', 'msecs', 'millisecond', 'milliseconds'),
  ...spell(1, 's', 'sec', 'secs', 'second', 'seconds'),
  ...spell(60, 'm', 'min', 'mins', 'minute', 'minutes'),
  ...spell(3600, 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...spell(86_400, 'd', 'day', 'days'),
};

/** Returns the seconds of a unit of time. */
export function secondsOf(unit: string): number | undefined {
  return lookUp(SECONDS, unit);
}

// `/m` could be a minute or a month, so it is neither.
const RATE_PERIODS: Readonly<Record<string, number>> = {
  ...spell(1, 's', 'sec', 'second'),
  ...spell(60, 'min', 'minute'),
  ...spell(3600, 'h', 'hr', 'hour'),
  ...spell(86_400, 'd', 'day'),
};
const RATE_WORDS: Readonly<Record<string, number>> = {
  ...spell(1, 'rps', 'qps'),
  ...spell(1 / 60, 'rpm', 'qpm'),
  ...spell(1 / 3600, 'rph', 'qph'),
  ...spell(1 / 86_400, 'rpd', 'qpd'),
};
const REQUESTS = /^(?:r|reqs?|requests?|q|quer(?:y|ies)|calls?)?$/i;

/** Returns requests per second of `/s`, `rps`, `req/min`, `requests per day`. */
export function perSecondOf(unit: string): number | undefined {
  const word = lookUp(RATE_WORDS, unit);
  const per = splitPer(unit);
  if (word !== undefined || per === undefined || !REQUESTS.test(per.what)) {
    return word;
  }
  const seconds = lookUp(RATE_PERIODS, per.period);
  return seconds === undefined ? undefined : 1 / seconds;
}

/** `GB/s` and `GB per second` in two. */
function splitPer(unit: string): { readonly what: string; readonly period: string } | undefined {
  const match = /^(.*?)\s*(?:\/\s*|(?:^|\s)per\s+)([A-Za-z]+)$/i.exec(unit);
  return match === null ? undefined : { what: (match[1] ?? '').trim(), period: match[2] ?? '' };
}

const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P'];
const BYTES: Readonly<Record<string, number>> = Object.fromEntries(
  PREFIXES.flatMap((prefix, power) => [
    ...[`${prefix}B`, ...(power === 1 ? ['KB'] : [])].map((unit) => [unit, 1000 ** power] as const),
    ...(power === 0 ? [] : [[`${power === 1 ? 'K' : prefix}iB`, 1024 ** power] as const]),
  ]),
);

/**
 * Returns bytes of `GB` (decimal) and `GiB` (binary). Lower case is accepted. `Gb` is not, since it may mean bits.
 */
export function bytesOf(unit: string): number | undefined {
  if (unit === unit.toLowerCase()) {
    const exact = Object.keys(BYTES).find((known) => known.toLowerCase() === unit);
    return exact === undefined ? undefined : BYTES[exact];
  }
  return Object.hasOwn(BYTES, unit) ? BYTES[unit] : undefined;
}

/** Returns bytes per second of `GB/s`, `GBps`, `GB per second`. */
export function bytesPerSecondOf(unit: string): number | undefined {
  const short = /^([A-Za-z]+)ps$/.exec(unit)?.[1];
  if (short !== undefined) {
    return bytesOf(short);
  }
  const per = splitPer(unit);
  return per !== undefined && secondsOf(per.period) === 1 ? bytesOf(per.what) : undefined;
}

/** Returns 0.01 for `%` and `per cent`, otherwise undefined: a share without a unit needs no factor. */
export function shareOf(unit: string): number | undefined {
  return unit === '%' || /^per ?cent$/i.test(unit) ? 0.01 : undefined;
}

const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, G: 1e9, B: 1e9 };

/** Splits off the multiple before a unit, which must not touch a letter: `2M/day`. */
export function splitMultiple(after: string): { readonly multiple: number; readonly unit: string } {
  const match = /^([kKMGB])(?![A-Za-z])\s*(.*)$/.exec(after);
  const multiple = match === null ? undefined : MULTIPLES[match[1] ?? ''];
  return multiple === undefined
    ? { multiple: 1, unit: after }
    : { multiple, unit: match?.[2] ?? '' };
}

/** Looks up a word in any case. A single letter is case-sensitive, since `M` is not a minute. */
function lookUp(units: Readonly<Record<string, number>>, unit: string): number | undefined {
  const word = unit.length > 1 ? unit.toLowerCase() : unit;
  return Object.hasOwn(units, word) ? units[word] : undefined;
}

function spell(factor: number, ...spellings: readonly string[]): Record<string, number> {
  return Object.fromEntries(spellings.map((spelling) => [spelling, factor]));
}
