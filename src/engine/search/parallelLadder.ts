/**
 * Chooses the values of `parallel` that a search tries. Judging each of thousands takes seconds, and a fleet changes
 * little from 1,000 slots to 1,001. So a search tries every value up to 64, then 16 in each doubling: 160 of 4,096.
 * It then looks closer around the best one. A plan with many searches tries fewer values in each.
 */

import type { Plan } from '../plan/plan';

/** How densely values are tried. */
interface Density {
  /** Largest value up to which every one is tried. */
  readonly eachUpTo: number;
  readonly perDoubling: number;
}

const DENSEST: Density = { eachUpTo: 64, perDoubling: 16 };
const SPARSEST: Density = { eachUpTo: 8, perDoubling: 2 };

/** Searches of a plan from which fewer values are tried. */
const DENSITIES: readonly (readonly [searches: number, density: Density])[] = [
  [8, DENSEST],
  [32, { eachUpTo: 32, perDoubling: 8 }],
  [128, { eachUpTo: 16, perDoubling: 4 }],
];

/**
 * Values from 1 to the largest, ascending.
 * @param kept Values that are tried in any case, as those of measurements.
 * @param searches Number of searches that the plan asks for.
 */
export function parallelLadder(
  largest: number,
  kept: Iterable<number> = [],
  searches = 1,
): readonly number[] {
  const [, density] = DENSITIES.find(([most]) => searches <= most) ?? [Infinity, SPARSEST];
  const values = new Set([largest]);
  for (let value = 1; value < largest; value += stepAt(value, density)) values.add(value);
  for (const value of kept) if (value >= 1 && value <= largest) values.add(value);
  return [...values].sort((a, b) => a - b);
}

/** Returns how many searches a plan asks for: one for each `auto`, and one for the best way to meet each target. */
export function searchesIn({ scenarios, targets, engines }: Plan): number {
  const autos = scenarios.filter(({ parallel }) => parallel.value === 'auto').length;
  return autos + targets.length * engines.length;
}

/** Step from a value to the next: at the densest 1 up to 64, 4 up to 128, 8 up to 256. */
function stepAt(value: number, { eachUpTo, perDoubling }: Density): number {
  return value < eachUpTo ? 1 : 2 ** Math.floor(Math.log2(value)) / perDoubling;
}

/** Values that a closer look adds. */
const CLOSER = 16;

/** At most 16 values that were left out between a value and its neighbours, ascending. */
export function betweenNeighbours(ladder: readonly number[], value: number): readonly number[] {
  const at = ladder.indexOf(value);
  const before = ladder[at - 1] ?? value;
  const after = ladder[at + 1] ?? value;
  const step = Math.max(1, Math.ceil((after - before) / CLOSER));
  const left: number[] = [];
  for (let each = before + step; each < after; each += step) if (each !== value) left.push(each);
  return left;
}
