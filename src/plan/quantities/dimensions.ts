/** The kinds of quantity, each with its units. */
import { bytesOf, bytesPerSecondOf, perSecondOf, secondsOf, shareOf, splitMultiple } from './units';

export interface Dimension {
  readonly name: 'duration' | 'rate' | 'size' | 'bandwidth' | 'share' | 'number';
  /** "a duration": what is expected where none stands. */
  readonly expected: string;
  /** The units that findings offer. */
  readonly units: readonly string[];
  /** To the base unit; undefined where the unit is no unit of this kind, or missing though needed. */
  factorOf(unit: string, value: number): number | undefined;
  isUnit(unit: string): boolean;
  /** Spellings of several numbers: `1m30s`. */
  readWhole?(text: string): number | undefined;
  /** The user's own number with the usual unit. */
  write(digits: string): string;
}

export const DURATION: Dimension = {
  name: 'duration',
  expected: 'a duration',
  units: ['ms', 's', 'min', 'h'],
  factorOf: (unit, value) => (unit === '' && value === 0 ? 1 : secondsOf(unit)),
  isUnit: (unit) => secondsOf(unit) !== undefined,
  readWhole: readCompoundDuration,
  write: (digits) => `${digits}s`,
};

export const RATE: Dimension = {
  name: 'rate',
  expected: 'a rate',
  units: ['/s', '/min', '/h', '/day', 'rps'],
  factorOf: withMultiple(perSecondOf),
  isUnit: (unit) => perSecondOf(unit) !== undefined,
  write: (digits) => `${digits}/s`,
};

export const SIZE: Dimension = {
  name: 'size',
  expected: 'a size',
  units: ['GB', 'GiB', 'MB', 'TB'],
  factorOf: bytesOf,
  isUnit: (unit) => bytesOf(unit) !== undefined,
  write: (digits) => `${digits} GB`,
};

export const BANDWIDTH: Dimension = {
  name: 'bandwidth',
  expected: 'a bandwidth',
  units: ['GB/s', 'TB/s', 'MB/s', 'GiB/s'],
  factorOf: bytesPerSecondOf,
  isUnit: (unit) => bytesPerSecondOf(unit) !== undefined,
  write: (digits) => `${digits} GB/s`,
};

export const SHARE: Dimension = {
  name: 'share',
  expected: 'a share',
  units: ['%'],
  // 0.2 is a share; 20 could be meant as 20 % or be a slip.
  factorOf: (unit, value) => (unit === '' && Math.abs(value) <= 1 ? 1 : shareOf(unit)),
  isUnit: (unit) => shareOf(unit) !== undefined,
  write: (digits) => `${digits}%`,
};

export const DIMENSIONS: readonly Dimension[] = [DURATION, RATE, SIZE, BANDWIDTH, SHARE];

/** Plain numbers, with `k` and `M`, and with the words that may name what is counted. */
export function numberOf(expected: string, nouns: readonly string[]): Dimension {
  return {
    name: 'number',
    expected,
    units: ['k', 'M', ...nouns.slice(0, 1)],
    factorOf: withMultiple((unit) =>
      unit === '' || nouns.includes(unit.toLowerCase()) ? 1 : undefined,
    ),
    isUnit: () => false,
    write: (digits) => digits,
  };
}

function withMultiple(factorOf: (unit: string) => number | undefined): Dimension['factorOf'] {
  return (after) => {
    const { multiple, unit } = splitMultiple(after);
    const factor = factorOf(unit);
    return factor === undefined ? undefined : factor * multiple;
  };
}

function readCompoundDuration(text: string): number | undefined {
  const match =
    /^(?:(\d+) ?(?:h|hr|hours?))? ?(?:(\d+) ?(?:m|min|minutes?))? ?(?:(\d+(?:\.\d+)?) ?(?:s|sec|seconds?))?$/i.exec(
      text,
    );
  const parts = match?.slice(1).filter((part) => part !== undefined) ?? [];
  // A single one has been looked at with its unit, whose case matters.
  if (match === null || parts.length < 2) {
    return undefined;
  }
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? '0'));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
