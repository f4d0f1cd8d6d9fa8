/** Defines the kinds of quantity, each with its units. */
import type { Trap } from '../problems';
import { maybeBits, minuteOrMonth, thousandthOrMillion } from './traps';
import { bytesOf, bytesPerSecondOf, perSecondOf, secondsOf, shareOf, splitMultiple } from './units';

export interface Dimension {
  readonly name: 'duration' | 'rate' | 'size' | 'bandwidth' | 'share' | 'number';
  /** Expected value: "a duration". */
  readonly expected: string;
  /** Units that findings offer. */
  readonly units: readonly string[];
  /** Factor to the base unit. Undefined if the unit is not of this kind, or is missing but needed. */
  factorOf(unit: string, value: number): number | undefined;
  isUnit(unit: string): boolean;
  /** Reads spellings of several numbers: `1m30s`. */
  readWhole?(text: string): number | undefined;
  /** Returns a number that has lost its unit, with each possible unit. */
  withUnits(digits: string): readonly string[];
  /** Says why an unknown unit is not valid, although it looks like one. */
  trapOf?(unit: string): Trap | undefined;
  /** Set if it counts things: it then has no decimals, or few. */
  readonly counts?: boolean;
}

export const DURATION: Dimension = {
  name: 'duration',
  expected: 'a duration',
  units: ['ms', 's', 'min', 'h'],
  factorOf: (unit, value) => (unit === '' && value === 0 ? 1 : secondsOf(unit)),
  isUnit: (unit) => secondsOf(unit) !== undefined,
  readWhole: readCompoundDuration,
  withUnits: (digits) => [`${digits}ms`, `${digits}s`, `${digits} min`, `${digits}h`],
};

export const RATE: Dimension = {
  name: 'rate',
  expected: 'a rate',
  units: ['/s', '/min', '/h', '/day', 'rps'],
  factorOf: withMultiple(perSecondOf),
  isUnit: (unit) => perSecondOf(unit) !== undefined,
  withUnits: (digits) => ['/s', '/min', '/h', '/day'].map((unit) => digits + unit),
  trapOf: minuteOrMonth,
};

export const SIZE: Dimension = {
  name: 'size',
  expected: 'a size',
  units: ['GB', 'GiB', 'MB', 'TB'],
  factorOf: bytesOf,
  isUnit: (unit) => bytesOf(unit) !== undefined,
  withUnits: (digits) => ['GB', 'GiB', 'MB', 'TB'].map((unit) => `${digits} ${unit}`),
  trapOf: maybeBits,
};

export const BANDWIDTH: Dimension = {
  name: 'bandwidth',
  expected: 'a bandwidth',
  units: ['GB/s', 'TB/s', 'MB/s', 'GiB/s'],
  factorOf: bytesPerSecondOf,
  isUnit: (unit) => bytesPerSecondOf(unit) !== undefined,
  withUnits: (digits) => ['GB/s', 'TB/s'].map((unit) => `${digits} ${unit}`),
  trapOf: maybeBits,
};

export const SHARE: Dimension = {
  name: 'share',
  expected: 'a share',
  units: ['%'],
  // 0.2 is a share. 20 could be 20 % or a slip, and 1 could be 1 % or all.
  factorOf: (unit, value) => (unit === '' && Math.abs(value) < 1 ? 1 : shareOf(unit)),
  isUnit: (unit) => shareOf(unit) !== undefined,
  withUnits: (digits) => [`${digits}%`, `${toPercent(Number(digits))}%`],
};

/** Share among many, of which the largest is 1: beside `0.4` its meaning is clear. */
export const SHARE_OF_PEAK: Dimension = {
  ...SHARE,
  factorOf: (unit, value) => (unit === '' && value === 1 ? 1 : SHARE.factorOf(unit, value)),
};

/** Converts to percent, without the noise of a binary product. */
export function toPercent(share: number): number {
  return Number((share * 100).toPrecision(12));
}

export const DIMENSIONS: readonly Dimension[] = [DURATION, RATE, SIZE, BANDWIDTH, SHARE];

/** Reads plain numbers, with `k` and `M`, and with the nouns of the counted things. */
export function numberOf(expected: string, nouns: readonly string[]): Dimension {
  return {
    name: 'number',
    expected,
    units: ['k', 'M', ...nouns.slice(0, 1)],
    factorOf: withMultiple((unit) =>
      unit === '' || nouns.includes(unit.toLowerCase()) ? 1 : undefined,
    ),
    isUnit: () => false,
    withUnits: () => [],
    trapOf: thousandthOrMillion,
    counts: nouns.length > 0,
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
  // A single part was already checked with its unit, whose case matters.
  if (match === null || parts.length < 2) {
    return undefined;
  }
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? '0'));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
