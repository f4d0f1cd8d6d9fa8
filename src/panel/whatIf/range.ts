/** Sets the range of a control around the plan's value, within what the format allows. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import {
  BUDGET,
  LATENCY,
  PARALLEL,
  PRICE,
  RATE,
  THINK_TIME,
  USERS,
} from '../../plan/fields/limitsOfFields';
import type { Limits } from '../../plan/quantities/limits';
import { perSecondOf, secondsOf } from '../../plan/quantities/units';
import type { FieldKind, WhatIfField } from './field';
import type { WrittenValue } from './writtenValue';

type FieldRange = Pick<WhatIfField, 'min' | 'max' | 'step' | 'scale'>;

export function rangeFor(
  kind: FieldKind,
  { value, unit }: WrittenValue,
  { engine }: ScenarioAssessment,
): FieldRange {
  const most = mostOf(kind, unit);
  switch (kind) {
    case 'users':
      return usersRange(value, most);
    case 'thinkTime':
      return fromZeroRange(value, LEAST_THINKING[unit] ?? 1, most);
    case 'parallel':
      return parallelRange(value, largestObserved(engine), most);
    case 'price':
      return value > 0 ? aroundRange(value, most) : fromZeroRange(0, 10, most);
    case 'rate':
    case 'limit':
    case 'budget':
      return aroundRange(value, most);
  }
}

/** Least maximum of a think-time slider: a minute, or one of a longer unit. */
const LEAST_THINKING: Readonly<Record<string, number>> = { s: 60, ms: 60_000 };

const LIMITS: Readonly<Record<FieldKind, Limits>> = {
  users: USERS,
  rate: RATE,
  thinkTime: THINK_TIME,
  limit: LATENCY,
  budget: BUDGET,
  parallel: PARALLEL,
  price: PRICE,
};

/** Returns the format's maximum, in the unit of the control. */
function mostOf(kind: FieldKind, unit: string): number {
  const { atMost = Infinity } = LIMITS[kind];
  return atMost / (secondsOf(unit) ?? perSecondOf(unit) ?? 1);
}

function largestObserved({ observations }: ScenarioAssessment['engine']): number {
  return Math.max(1, ...observations.map(({ observation }) => observation.parallel?.value ?? 1));
}

/** Returns whole numbers from a tenth of the users to ten times as many. */
function usersRange(users: number, most: number): FieldRange {
  const max = Math.min(Math.max(users * 10, 10), most);
  return {
    min: Math.max(1, Math.floor(users / 10)),
    max,
    step: Math.max(1, stepFor(users)),
    scale: 'log',
  };
}

/** Returns a range from a tenth to ten times the value. */
function aroundRange(value: number, most: number): FieldRange {
  const max = Math.min(tidy(value * 10), most);
  return { min: tidy(value / 10), max, step: stepFor(value), scale: 'log' };
}

/** Returns a range from 0 to ten times the value, and at least to `least`. */
function fromZeroRange(value: number, least: number, most: number): FieldRange {
  const max = Math.min(Math.max(tidy(value * 10), least), most);
  return { min: 0, max, step: stepFor(Math.max(value, least)), scale: 'linear' };
}

function parallelRange(parallel: number, observed: number, most: number): FieldRange {
  const max = Math.min(Math.max(parallel * 4, 64, observed), most);
  return { min: 1, max, step: 1, scale: 'linear' };
}

/** Returns a hundredth of the value's power of ten: 10 for 1,000, 0.01 for 1.5. */
function stepFor(value: number): number {
  return tidy(10 ** (Math.floor(Math.log10(value)) - 2));
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
