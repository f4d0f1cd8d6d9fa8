/** Converts between a value and its place on the slider: the panel's only arithmetic, used for no figure. */
import type { WhatIfField } from '../../src/panel/whatIf/field';

/** Number of positions, fine enough for a slider as wide as a screen. */
export const POSITIONS = 1000;

type Range = Pick<WhatIfField, 'min' | 'max' | 'step' | 'scale'>;

export function positionOf(range: Range, value: number): number {
  const { min, max } = range;
  const held = Math.min(max, Math.max(min, value));
  const share = isLog(range)
    ? Math.log(held / min) / Math.log(max / min)
    : (held - min) / (max - min);
  return Number.isFinite(share) ? Math.round(share * POSITIONS) : 0;
}

/**
 * Returns the roundest value near the position, which is the one that a hand means.
 * @param reach Tolerance in positions: half of what a pixel covers.
 */
export function valueAt(range: Range, position: number, reach = 0.5): number {
  const low = exactAt(range, position - reach);
  const high = exactAt(range, position + reach);
  const middle = exactAt(range, position);
  const whole = onStep(range, middle);
  for (let digits = 1; digits <= MOST_DIGITS; digits++) {
    const round = Number(middle.toPrecision(digits));
    if (round >= low && round <= high && onStep(range, round) === round) return round;
  }
  return whole;
}

const MOST_DIGITS = 12;

/**
 * Returns the value after a move of the thumb, at least one step away. This holds even if many values share a
 * position or none has its own.
 */
export function nudged(range: Range, value: number, position: number, reach?: number): number {
  const before = positionOf(range, value);
  const there = valueAt(range, position, reach);
  if (position === before) return value;
  const up = position > before;
  if (up ? there > value : there < value) return there;
  // A pulling hand stays in the middle of a pixel's values. A key moves by one step.
  return reach === undefined ? onStep(range, value + (up ? range.step : -range.step)) : value;
}

function exactAt(range: Range, position: number): number {
  const { min, max } = range;
  const share = Math.min(1, Math.max(0, position / POSITIONS));
  return isLog(range) ? min * (max / min) ** share : min + (max - min) * share;
}

/** Rounds to a step. The ends are reached exactly, whatever the step. */
function onStep({ min, max, step }: Range, value: number): number {
  const held = Math.min(max, Math.max(min, value));
  if (held === max || held === min || step <= 0) return held;
  const stepped = Math.round(held / step) * step;
  return Number(Math.min(max, Math.max(min, stepped)).toPrecision(MOST_DIGITS));
}

function isLog({ scale, min }: Range): boolean {
  return scale === 'log' && min > 0;
}
