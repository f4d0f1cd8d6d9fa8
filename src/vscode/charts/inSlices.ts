/** Work that would take too long at once: a piece at a time, with room for others between. */
import type { Stopwatch } from '../effort';

export interface Slices<T> {
  readonly pieces: Iterable<() => T>;
  /** Asked before each piece: once it says no, nobody wants the results any more. */
  readonly wanted: () => boolean;
  readonly watch: Stopwatch;
  /** Milliseconds on the watch, after which what is left is not done. */
  readonly most: number;
  /** All results. */
  readonly done: (results: readonly T[]) => void;
  /** The results up to there, where it took too long. */
  readonly paused: (results: readonly T[]) => void;
  /** What a piece throws. */
  readonly failed: (error: unknown) => void;
}

export function inSlices<T>(slices: Slices<T>): void {
  const { pieces, wanted, watch, most } = slices;
  const rest = pieces[Symbol.iterator]();
  const results: T[] = [];
  const work = (): void => {
    if (!wanted()) return;
    try {
      const { value: piece, done: ended } = rest.next() as IteratorResult<() => T, undefined>;
      if (ended || !piece) return slices.done(results);
      if (watch.total > most) return slices.paused(results);
      results.push(watch.time(piece));
      setTimeout(work);
    } catch (error) {
      slices.failed(error);
    }
  };
  setTimeout(work);
}
