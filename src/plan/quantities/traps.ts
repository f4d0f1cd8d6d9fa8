/** Finds texts that look like a unit and have two possible meanings. */
import type { Trap } from '../problems';
import type { Written } from './written';

/** Finds `50/m`: people write minutes and months the same way there. */
export function minuteOrMonth(unit: string): Trap | undefined {
  return /(^|[^A-Za-z])m$/.test(unit) ? 'minute-or-month' : undefined;
}

/** Finds `Gb`, `Gbps`, `Gbit/s`. In lower case, `b` means bytes. */
export function maybeBits(unit: string): Trap | undefined {
  return /^[kKMGTP]i?(b|bits?)(ps|[^A-Za-z].*)?$/.test(unit) ? 'bits' : undefined;
}

export function thousandthOrMillion(unit: string): Trap | undefined {
  return /^m(\s|$)/.test(unit) ? 'thousandth-or-million' : undefined;
}

/** Finds `1s-2s`, `8 to 16`, `1..2s`. */
export function isRange({ after }: Pick<Written, 'after'>): boolean {
  return /^[^\d]{0,12}?\s*(-|–|—|\.\.|\bto\b)\s*\d/.test(after);
}
