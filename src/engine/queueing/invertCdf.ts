/** Where a distribution function reaches a share. */

/** Relative accuracy; halving ends there. */
const CLOSE = 1e-5;
const MOST_HALVINGS = 40;
/** After so many chords halving is as fast: the distribution has a step. */
const MOST_CHORDS = 6;

/**
 * By halving from a guess and its doubles, so that it depends on nothing else. Chords find the place before, and then
 * most of the halves need not be looked at.
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

/** It is reached above `low`, and by `high`. */
class Bracket {
  low = 0;
  high: number;
  /** What is missing at the low end, and too much at the high one. */
  private missing: number;
  private excess: number;

  constructor(
    private readonly cdf: (x: number) => number,
    private readonly p: number,
    guess: number,
  ) {
    this.missing = p;
    this.high = guess;
    this.excess = cdf(guess) - p;
    while (this.excess < 0) {
      [this.low, this.missing] = [this.high, -this.excess];
      this.high *= 2;
      this.excess = cdf(this.high) - p;
    }
  }

  isClose(): boolean {
    return this.high - this.low <= CLOSE * this.high;
  }

  isBelow(x: number): boolean {
    if (x <= this.low) return true;
    if (x >= this.high) return false;
    const excess = this.cdf(x) - this.p;
    if (excess < 0) [this.low, this.missing] = [x, -excess];
    else [this.high, this.excess] = [x, excess];
    return excess < 0;
  }

  /** By the chord, and then as close beyond it as there is no use in going on. */
  cut(): void {
    const { low, high, missing, excess } = this;
    const x = low + ((high - low) * missing) / (missing + excess);
    const step = (CLOSE / 2) * x;
    if (this.isBelow(x)) this.isBelow(x + step);
    else this.isBelow(x - step);
  }
}
