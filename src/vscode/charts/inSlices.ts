/** Work that would take too long at once: a piece at a time, with room for others between. */

/** Calls `done` with all results, unless `wanted` ever says no. What a piece throws goes to `failed`. */
export function inSlices<T>(
  pieces: Iterable<() => T>,
  wanted: () => boolean,
  done: (results: readonly T[]) => void,
  failed: (error: unknown) => void,
): void {
  const rest = pieces[Symbol.iterator]();
  const results: T[] = [];
  const work = (): void => {
    if (!wanted()) return;
    try {
      const { value: piece, done: ended } = rest.next() as IteratorResult<() => T, undefined>;
      if (ended || !piece) return done(results);
      results.push(piece());
      setTimeout(work);
    } catch (error) {
      failed(error);
    }
  };
  setTimeout(work);
}
