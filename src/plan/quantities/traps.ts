/** What looks like a unit and could be two. */
import type { Trap } from '../problems';
import type { Written } from './written';

/** `50/m`: nobody writes a minute and a month in different ways there. */
export function minuteOrMonth(unit: string): Trap | undefined {
  return /(^|[^A-Za-z])m$/.test(unit) ? 'minute-or-month' : undefined;
}

/** `Gb`, `Gbps`, `Gbit/s`; all in lower case a `b` is taken for bytes. */
export function maybeBits(unit: string): Trap | undefined {
  return /^[kKMGTP]i?(b|bits?)(ps|[^A-Za-z].*)?$/.test(unit) ? 'bits' : undefined;
}

export function thousandthOrMillion(unit: string): Trap | undefined {
  return /^m(\s|$)/.test(unit) ? 'thousandth-or-million' : undefined;
}

/** `1s-2s`, `8 to 16`, `1..2s`. */
export function isRange({ after }: Pick<Written, 'after'>): boolean {
  return /^[^\d]{0,12}?\s*(-|–|—|\.\.|\bto\b)\s*\d/.test(after);
}
