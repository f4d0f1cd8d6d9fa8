/**
 * Remembers answers from one reading of a plan to the next. A plan is read again at each keystroke and mostly asks the
 * same. Its size is limited: it forgets the oldest answer first.
 */
export interface FifoCache<V> {
  readonly get: (key: string, compute: () => V) => V;
}

/**
 * Creates an empty cache.
 * @param most Largest total weight of all answers.
 * @param weigh Weight of one answer, in numbers of 8 bytes. Only the stored answer counts, not its inputs.
 */
export function createFifoCache<V>(most: number, weigh: (value: V) => number): FifoCache<V> {
  const kept = new Map<string, { readonly value: V; readonly weight: number }>();
  let total = 0;
  const forget = (room: number): void => {
    for (const [key, { weight }] of kept) {
      if (total <= room) return;
      kept.delete(key);
      total -= weight;
    }
  };
  return {
    get: (key, compute) => {
      const known = kept.get(key);
      if (known) return known.value;
      const value = compute();
      const weight = weigh(value) + key.length / 4;
      forget(most - weight);
      kept.set(key, { value, weight });
      total += weight;
      return value;
    },
  };
}
