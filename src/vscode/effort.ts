/** How long work on a plan takes, by a clock that is handed in. */

export interface Clock {
  /** Milliseconds since any moment. */
  readonly now: () => number;
}

/** What may run at a keystroke besides the assessment, where that takes longer: nothing. */
const QUICK_MS = 50;
/** Longer than what is quick takes in a busy computer, or when its code runs for the first time. */
const SURELY_SLOW_MS = 500;

/** The assessments of one document. */
export class Effort {
  readonly #clock: Clock;
  #last = 0;
  #before = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** One slow assessment may be chance: two in a row are not, nor one that takes half a second. */
  get isExpensive(): boolean {
    return this.#last > SURELY_SLOW_MS || Math.min(this.#last, this.#before) > QUICK_MS;
  }

  /** Counts only what `counts` accepts: a text that is broken takes no time to assess. */
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

  /** Milliseconds. */
  get total(): number {
    return this.#total;
  }

  time<T>(work: () => T): T {
    const start = this.#clock.now();
    try {
      return work();
    } finally {
      this.#total += this.#clock.now() - start;
    }
  }
}

/** Says yes for so many milliseconds. */
export function during(milliseconds: number, clock: Clock): () => boolean {
  const end = clock.now() + milliseconds;
  return () => clock.now() < end;
}
