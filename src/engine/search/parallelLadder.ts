/**
 * Chooses the values of `parallel` that a search tries. Judging each of thousands takes seconds, and a fleet changes
 * little from 1,000 slots to 1,001. So the first 64 are all tried, then 16 in each doubling, at most 160 of 4,096. The
 * search then looks at every value between the neighbours of the best one.
 */

/** Largest value up to which every one is tried. */
const EACH_UP_TO = 64;
const PER_DOUBLING = 16;

/**
 * Values from 1 to the largest, ascending.
 * @param kept Values that are tried in any case, as those of measurements.
 */
export function parallelLadder(largest: number, kept: Iterable<number> = []): readonly number[] {
  const values = new Set([largest]);
  for (let value = 1; value < largest; value += stepAt(value)) values.add(value);
  for (const value of kept) if (value >= 1 && value <= largest) values.add(value);
  return [...values].sort((a, b) => a - b);
}

/** Step from a value to the next: 1 up to 64, 4 up to 128, 8 up to 256. */
function stepAt(value: number): number {
  return value < EACH_UP_TO ? 1 : 2 ** Math.floor(Math.log2(value)) / PER_DOUBLING;
}

/** Values that were left out next to one of them, ascending. */
export function betweenNeighbours(ladder: readonly number[], value: number): readonly number[] {
  const at = ladder.indexOf(value);
  const before = ladder[at - 1] ?? value;
  const after = ladder[at + 1] ?? value;
  const left = Array.from({ length: after - before }, (_, i) => before + 1 + i);
  return left.filter((each) => each !== value && each !== after);
}
