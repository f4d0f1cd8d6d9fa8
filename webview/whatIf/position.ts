/** Where a value is on its slider. The only arithmetic of the panel: it decides where a thumb stands, no figure. */
import type { WhatIfField } from '../../src/panel/whatIf/field';

/** Fine enough for a slider as wide as a screen. */
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

export function valueAt(range: Range, position: number): number {
  const { min, max } = range;
  const share = position / POSITIONS;
  const exact = isLog(range) ? min * (max / min) ** share : min + (max - min) * share;
  return onStep(range, exact);
}

/** One step of a key: at least one step of the value, also where many values share a position or none has its own. */
export function nudged(range: Range, value: number, position: number): number {
  const before = positionOf(range, value);
  const there = valueAt(range, position);
  if (position === before) return value;
  const up = position > before;
  if (up ? there > value : there < value) return there;
  return onStep(range, value + (up ? range.step : -range.step));
}

function onStep({ min, max, step }: Range, value: number): number {
  const held = Math.min(max, Math.max(min, value));
  if (held === max || held === min || step <= 0) return held;
  const steps = Math.round(held / step) * step;
  // Three digits are what a hand on a slider means; the field beside it takes all of them.
  const rounded = isLogLike(held, step) ? Number(held.toPrecision(3)) : steps;
  return Number(Math.min(max, Math.max(min, rounded)).toPrecision(12));
}

/** Far above its step, a value needs no more than its first digits. */
function isLogLike(value: number, step: number): boolean {
  return Math.abs(value) >= step * 1000;
}

function isLog({ scale, min }: Range): boolean {
  return scale === 'log' && min > 0;
}
