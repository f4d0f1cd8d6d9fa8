/** A list whose items are made each time they are asked for, and not kept: see `streamJson`. */
export function lazyList<T, U>(items: readonly T[], toItem: (item: T) => U): Iterable<U> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield toItem(item);
    },
  };
}
