/** Returns a list whose items are made each time they are read, and not kept. See `streamJson`. */
export function lazyList<T, U>(items: readonly T[], toItem: (item: T) => U): Iterable<U> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield toItem(item);
    },
  };
}
