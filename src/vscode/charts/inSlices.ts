/** Runs slow work one piece at a time, with room for other work between. */
import type { Stopwatch } from '../effort';

export interface Slices<T> {
  readonly pieces: Iterable<() => T>;
  /** Asked before each piece. Once it returns false, nobody wants the results any more. */
  readonly wanted: () => boolean;
  readonly watch: Stopwatch;
  /** Milliseconds on the watch, after which the rest is not done. */
  readonly most: number;
  /** Called with all results. */
  readonly done: (results: readonly T[]) => void;
  /** Called with the results so far, if the work took too long. */
  readonly paused: (results: readonly T[]) => void;
  /** Called with what a piece throws. */
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
