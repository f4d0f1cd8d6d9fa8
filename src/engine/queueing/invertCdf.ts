/** Finds the value at which a distribution function reaches a share. */

/** Relative accuracy of the result; halving ends there. */
const CLOSE = 1e-5;
const MOST_HALVINGS = 40;
/** Most chords to try. After that halving is as fast: the distribution has a step. */
const MOST_CHORDS = 6;
/** Relative distance of the two ends at which a chord counts as close. */
const NEAR = 1e-3;
/** Least share beyond; smaller ones are rounding. */
const LEAST_BEYOND = 1e-12;

/**
 * Value at which `cdf` reaches `p`. Halves from a guess and its doubles, so that the result depends on nothing else.
 * Chords first find the place, so that most halves need no evaluation.
 * @param guess Above 0.
 */
export function invertCdf(cdf: (x: number) => number, p: number, guess: number): number {
  const bracket = new Bracket(cdf, p, guess);
  let { low, high } = bracket;
  for (let i = 0; i < MOST_CHORDS && !bracket.isClose(); i++) bracket.cut();
  for (let i = 0; i < MOST_HALVINGS && high - low > CLOSE * high; i++) {
    const middle = (low + high) / 2;
    if (bracket.isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Interval with the share reached above `low`, and by `high`. */
class Bracket {
  low = 0;
  high: number;
  private logAtLow: number;
  private logAtHigh: number;

  constructor(
    private readonly cdf: (x: number) => number,
    private readonly p: number,
    guess: number,
  ) {
    this.logAtLow = this.logBeyond(0);
    this.high = guess;
    for (let share = cdf(guess); ; share = cdf(this.high)) {
      this.logAtHigh = this.logBeyond(share);
      if (!(share < p)) break;
      [this.low, this.logAtLow] = [this.high, this.logAtHigh];
      this.high *= 2;
    }
  }

  isClose(): boolean {
    return this.high - this.low <= CLOSE * this.high;
  }

  isBelow(x: number): boolean {
    if (x <= this.low) return true;
    if (x >= this.high) return false;
    const share = this.cdf(x);
    const log = this.logBeyond(share);
    if (share < this.p) [this.low, this.logAtLow] = [x, log];
    else [this.high, this.logAtHigh] = [x, log];
    return share < this.p;
  }

  /**
   * Cuts the interval by a chord. If that is nearly the result, cuts a little beyond too, so that both ends are near.
   */
  cut(): void {
    const { low, high, logAtLow, logAtHigh } = this;
    const perLog = (high - low) / (logAtLow - logAtHigh);
    const x = low + perLog * logAtLow;
    const isBelow = this.isBelow(x);
    const left = perLog * Math.abs(isBelow ? this.logAtLow : this.logAtHigh);
    if (left > NEAR * x) return;
    const step = Math.max((CLOSE / 2) * x, 2 * left);
    this.isBelow(isBelow ? x + step : x - step);
  }

  /**
   * ln of the share beyond, relative to the share that is to remain. Tails are nearly exponential, so this is nearly
   * straight.
   */
  private logBeyond(share: number): number {
    return Math.log(Math.max(LEAST_BEYOND, 1 - share) / (1 - this.p));
  }
}
