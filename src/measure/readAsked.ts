/** Reads loads and lengths as people type them: `1,4,8`, `2/s,4/s`, `600:0.8`. */
import { formatNumber } from '../messages/numbers';
import type { LengthAsked } from './lengths';
import type { LoadAsked } from './loads';

/** Reads users or rates, separated by commas; undefined if it is neither. */
export function readLoads(text: string): readonly LoadAsked[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const loads = parts.flatMap((part) => readLoad(part) ?? []);
  const isOneKind = new Set(loads.map(({ kind }) => kind)).size === 1;
  return isOneKind && loads.length === parts.length ? loads : undefined;
}

function readLoad(text: string): LoadAsked | undefined {
  const users = readWhole(text);
  if (users !== undefined) return { kind: 'users', users, thinkTimeSeconds: 0 };
  const [, count, unit] = /^(\d{1,9}(?:\.\d{1,9})?) ?\/ ?(s|min|h)$/.exec(text) ?? [];
  const perSecond = Number(count) / (SECONDS[unit ?? ''] ?? 1);
  return perSecond > 0 ? { kind: 'rate', perSecond } : undefined;
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600 };

/** Writes loads as `readLoads` reads them. */
export function writeLoads(loads: readonly LoadAsked[]): string {
  return loads
    .map((load) => (load.kind === 'users' ? String(load.users) : `${load.perSecond}/s`))
    .join(', ');
}

/** Reads a whole number from 1. */
export function readWhole(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : undefined;
}

/** Reads `600`, or `600:0.8` with the coefficient of variation. */
export function readLength(text: string): LengthAsked | undefined {
  const [, mean, cv] = /^(\d{1,9})(?::(\d{1,3}(?:\.\d+)?))?$/.exec(text.trim()) ?? [];
  return mean === undefined || Number(mean) < 1
    ? undefined
    : { mean: Number(mean), cv: Number(cv ?? 0) };
}

/** Writes a length as `readLength` reads it. */
export function writeLength({ mean, cv }: LengthAsked): string {
  return `${Math.round(mean)}${cv > 0 ? `:${formatNumber(cv, 2)}` : ''}`;
}
