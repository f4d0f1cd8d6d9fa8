/** Watches how long a busy thread keeps answers waiting, which makes their times too long. */

/** Milliseconds between two looks at the clock. */
const EVERY_MS = 20;

export class LagWatch {
  private readonly started = performance.now();
  private last = this.started;
  private lag = new LagSum();
  private readonly timer = setInterval(() => this.look(), EVERY_MS);

  /** Ends the watch. @returns Seconds by which an answer was late on average. */
  end(): number {
    clearInterval(this.timer);
    this.look();
    return this.lag.meanDelay(this.last - this.started) / 1000;
  }

  private look(): void {
    const now = performance.now();
    this.lag.add(now - this.last - EVERY_MS);
    this.last = now;
  }
}

/**
 * Sums times during which a thread was busy. An answer that comes at a random moment of a time of `t` waits for `t / 2`
 * on average, and comes then with the probability `t / total`.
 */
export class LagSum {
  private squares = 0;

  add(busy: number): void {
    if (busy > 0) this.squares += busy ** 2;
  }

  meanDelay(total: number): number {
    return total > 0 ? this.squares / (2 * total) : 0;
  }
}
