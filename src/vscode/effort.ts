/**
 * Learns how long answers about a plan really take, by a clock that is passed in. Time in which other programs had the
 * processor does not count: a busy computer makes no plan expensive.
 */

export interface Clock {
  /** Milliseconds since any moment. */
  readonly now: () => number;
  /** Milliseconds of work of this program since any moment. Undefined if the host does not tell. */
  readonly worked: (() => number) | undefined;
}

/** Milliseconds that the editor may be kept from other work. */
const QUICK_MS = 50;
/** Milliseconds that quick work never takes, even on its first run. */
const SURELY_SLOW_MS = 500;

/** Slow answers that may be chance, and one more. */
const MOST_SLOW = 3;

/** Durations of the answers about one document. */
export class Effort {
  readonly #clock: Clock;
  #slow = 0;
  #slowFrom = Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns false if work of this estimate was slow: three times, or once by far. First runs are slower than others. */
  isQuick(estimate: number): boolean {
    return estimate < this.#slowFrom;
  }

  measure<T>(estimate: number, work: () => T): T {
    const { now, worked } = this.#clock;
    const [start, startOfWork] = [now(), worked?.()];
    try {
      return work();
    } finally {
      const passed = now() - start;
      const own = startOfWork === undefined ? passed : (worked?.() ?? 0) - startOfWork;
      this.#learn(estimate, Math.min(passed, own));
    }
  }

  #learn(estimate: number, milliseconds: number): void {
    if (milliseconds <= QUICK_MS) return;
    this.#slow += 1;
    if (this.#slow < MOST_SLOW && milliseconds <= SURELY_SLOW_MS) return;
    // Half of it, so that the next keystroke, which may take away a letter, is not slow again.
    this.#slowFrom = Math.min(this.#slowFrom, estimate / 2);
  }
}
