/** Caches: by object, of the last object alone, and by text up to a limit. */

/** Computes once for each object, and forgets the value together with the object. */
export function memoize<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined || known.has(key)) return value as V;
    const computed = compute(key);
    known.set(key, computed);
    return computed;
  };
}

/**
 * Remembers answers to questions about the same objects, and forgets an answer with any of these.
 * @returns A function that computes the answer for these objects and this key once.
 */
export function createAnswers<K, V>(): (about: readonly object[], key: K, compute: () => V) => V {
  const root: Answers<K, V> = { byKey: new Map(), byNext: new WeakMap() };
  return (about, key, compute) => {
    let answers = root;
    for (const next of about) {
      const below = answers.byNext.get(next) ?? { byKey: new Map(), byNext: new WeakMap() };
      answers.byNext.set(next, below);
      answers = below;
    }
    const known = answers.byKey.get(key);
    if (known !== undefined || answers.byKey.has(key)) return known as V;
    const computed = compute();
    answers.byKey.set(key, computed);
    return computed;
  };
}

interface Answers<K, V> {
  readonly byKey: Map<K, V>;
  readonly byNext: WeakMap<object, Answers<K, V>>;
}

/** Computes anew only if the object is another one than the last time. */
export function memoizeLast<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  let last: { readonly key: K; readonly value: V } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: compute(key) };
    return last.value;
  };
}

interface FifoCache<V> {
  readonly get: (key: string, compute: () => V) => V;
}

/**
 * Remembers answers from one reading of a plan to the next: a plan is read anew at each keystroke, and asks mostly what
 * it asked before. It holds no more than so much, whatever is asked of it, and forgets the oldest first.
 * @param most What all answers together may weigh.
 * @param weigh What one of them takes, in numbers of 8 bytes; what it holds counts, not what it was computed from.
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
