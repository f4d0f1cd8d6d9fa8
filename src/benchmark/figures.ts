/** Builds the figures of a run from what a tool prints. */
import { PERCENTILES } from '../engine/plan/plan';
import { toNumber, type Json } from './json';
import type { Length, Statistic, Times } from './run';

export const STATISTICS: readonly Statistic[] = ['mean', ...PERCENTILES];

/** @param secondsOf Returns undefined for a statistic that the tool does not print. */
export function timesOf(secondsOf: (statistic: Statistic) => number | undefined): Times {
  const found = STATISTICS.flatMap((statistic) => {
    const seconds = secondsOf(statistic);
    return seconds === undefined ? [] : [[statistic, seconds] as const];
  });
  return Object.fromEntries(found);
}

/** Returns `value * factor`, or undefined without a value. */
export function scaled(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor;
}

export function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined || b <= 0 ? undefined : a / b;
}

/** @param deviation Standard deviation, in tokens. */
export function lengthOf(
  mean: number | undefined,
  deviation?: number,
  percentiles: Pick<Length, 'p50' | 'p95'> = {},
): Length | undefined {
  return mean === undefined ? undefined : { mean, cv: ratio(deviation, mean), ...percentiles };
}

/** Returns the standard deviation of a list of lengths; undefined if one is no number. */
export function deviationOf(values: readonly Json[]): number | undefined {
  const numbers = values.flatMap((value) => toNumber(value) ?? []);
  if (numbers.length < 2 || numbers.length < values.length) return undefined;
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const squares = numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return Math.sqrt(squares / numbers.length);
}

export function sumOf(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? undefined : a + (b ?? 0);
}

const SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  sec: 1,
  second: 1,
  seconds: 1,
};

/** Returns the seconds of a unit such as `ms` or `ms/token`; undefined for others. */
export function secondsOfUnit(unit: string | undefined): number | undefined {
  const name = unit?.toLowerCase().replace(/\/token$/, '') ?? '';
  return Object.hasOwn(SECONDS, name) ? SECONDS[name] : undefined;
}
