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

/** Durations of the answers about one document. */
export class Effort {
  readonly #clock: Clock;
  #wasSlow = false;
  #slowFrom = Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns false if work of this estimate was slow: twice in a row, or once by far. A single time may be chance. */
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
    const isSlow = milliseconds > QUICK_MS;
    if (milliseconds > SURELY_SLOW_MS || (isSlow && this.#wasSlow)) {
      // Half of it, so that the next keystroke, which may take away a letter, is not slow again.
      this.#slowFrom = Math.min(this.#slowFrom, estimate / 2);
    }
    this.#wasSlow = isSlow;
  }
}
