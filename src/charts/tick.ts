/** Writes tick labels: short numbers, with the unit on the axis itself. */
import { formatNumber } from '../messages/numbers';
import type { Unit } from '../engine/figure/figure';

/** Smallest value of each step, and its divisor. Thousands are written out below five digits. */
const STEPS = [
  [1e12, 1e12, 'T'],
  [1e9, 1e9, 'B'],
  [1e6, 1e6, 'M'],
  [1e4, 1e3, 'k'],
] as const;

/** Returns `1.5`, `20k`, `$3M` or `5B`, as people write counts and money. The axis label has the rest. */
export function formatTick(value: number, unit: Unit): string {
  const sign = typeof unit === 'object' && unit.currency === 'USD' ? '$' : '';
  const magnitude = Math.abs(value);
  const [, size, letter] = STEPS.find(([least]) => magnitude >= least) ?? [0, 1, ''];
  return `${value < 0 ? '−' : ''}${sign}${formatNumber(magnitude / size)}${letter}`;
}
