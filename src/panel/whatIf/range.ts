/** How far a control goes, from the value that the plan has. */
import type { WhatIfField } from './field';

export type FieldRange = Pick<WhatIfField, 'min' | 'max' | 'step' | 'scale'>;

/** Whole numbers from 1 to ten times as many. */
export function usersRange(users: number, most: number): FieldRange {
  const max = Math.min(Math.max(users * 10, 10), most);
  return { min: 1, max, step: Math.max(1, stepFor(users)), scale: 'log' };
}

/** From a tenth to ten times the value. */
export function aroundRange(value: number, most: number): FieldRange {
  const max = Math.min(tidy(value * 10), most);
  return { min: tidy(value / 10), max, step: stepFor(value), scale: 'log' };
}

/** From 0 to ten times the value, and to `least` at least. */
export function fromZeroRange(value: number, least: number, most: number): FieldRange {
  const max = Math.min(Math.max(tidy(value * 10), least), most);
  return { min: 0, max, step: stepFor(Math.max(value, least)), scale: 'linear' };
}

export function parallelRange(parallel: number, observed: number, most: number): FieldRange {
  const max = Math.min(Math.max(parallel * 4, 64, observed), most);
  return { min: 1, max, step: 1, scale: 'linear' };
}

/** A hundredth of the value's power of ten: 10 for 1,000, 0.01 for 1.5. */
function stepFor(value: number): number {
  return tidy(10 ** (Math.floor(Math.log10(value)) - 2));
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
