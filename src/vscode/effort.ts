/**
 * Measures how long work on a plan takes, by a clock that is passed in. Time in which other programs had the processor
 * does not count: a busy computer makes no plan expensive.
 */

export interface Clock {
  /** Milliseconds since any moment. */
  readonly now: () => number;
  /** Milliseconds of work of this program since any moment. Undefined if the host does not tell. */
  readonly worked: (() => number) | undefined;
}

/** Milliseconds of an assessment beyond which nothing else runs at a keystroke. */
const QUICK_MS = 50;
/** Milliseconds that quick work never takes, even on a busy computer or on its first run. */
const SURELY_SLOW_MS = 500;

/** Durations of the assessments of one document. */
export class Effort {
  readonly #clock: Clock;
  #last = 0;
  #before = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns true after two slow assessments in a row, or one of half a second. A single slow one may be chance. */
  get isExpensive(): boolean {
    return this.#last > SURELY_SLOW_MS || Math.min(this.#last, this.#before) > QUICK_MS;
  }

  /** Measures work, but counts only results that `counts` accepts. A broken text takes no time to assess. */
  measure<T>(work: () => T, counts: (result: T) => boolean): T {
    const watch = new Stopwatch(this.#clock);
    const result = watch.time(work);
    if (counts(result)) [this.#before, this.#last] = [this.#last, watch.total];
    return result;
  }
}

/** Adds up how long pieces of work took. */
export class Stopwatch {
  readonly #clock: Clock;
  #total = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Total in milliseconds. */
  get total(): number {
    return this.#total;
  }

  time<T>(work: () => T): T {
    const { now, worked } = this.#clock;
    const [start, startOfWork] = [now(), worked?.()];
    try {
      return work();
    } finally {
      const passed = now() - start;
      const own = startOfWork === undefined ? passed : (worked?.() ?? 0) - startOfWork;
      this.#total += Math.min(passed, own);
    }
  }
}

/** Returns true for so many milliseconds. */
export function during(milliseconds: number, clock: Clock): () => boolean {
  const end = clock.now() + milliseconds;
  return () => clock.now() < end;
}
