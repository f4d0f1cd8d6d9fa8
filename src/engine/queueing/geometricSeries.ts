/**
 * A queue whose states are one geometric series: each place has `ratio` times the probability of the one before. It is
 * read from its heavy end, so that no power overflows. It is summed by doubling: a block of twice the length is the
 * block plus the block times a power of the ratio. So nothing is subtracted, also with a ratio of nearly 1.
 */

export interface GeometricSeries {
  readonly ratio: number;
  /** Terms, from 1; may be Infinity with a ratio below 1. */
  readonly places: number;
}

/** ln of ratio + ratio^2 + ... + ratio^places. */
export function logOfSeries(series: GeometricSeries): number {
  const { ratio, places } = series;
  const heaviest = ratio > 1 ? places * Math.log(ratio) : Math.log(ratio);
  return heaviest + Math.log(sumsOf(lightening(ratio), places).sum);
}

/** Mean place, from 1, within the series: 1 / (1 - ratio) for an endless one. */
export function meanPlace({ ratio, places }: GeometricSeries): number {
  const { sum, moment } = sumsOf(lightening(ratio), places);
  return ratio > 1 ? places - moment / sum : 1 + moment / sum;
}

/** Share of the last place. */
export function shareOfLast({ ratio, places }: GeometricSeries): number {
  if (places === Infinity) return 0;
  const { sum } = sumsOf(lightening(ratio), places);
  return (ratio > 1 ? 1 : ratio ** (places - 1)) / sum;
}

/** Share beyond so many places, as a function for many calls. */
export function sharesBeyond({ ratio, places }: GeometricSeries): (passed: number) => number {
  // 1 + r + ... + r^(n - 1) is (r^n - 1) / (r - 1), and n for a ratio of 1
  const log = Math.log(lightening(ratio));
  const all = log === 0 ? places : Math.expm1(places * log);
  return (passed) => {
    if (passed <= 0) return 1;
    if (passed >= places) return 0;
    const left = places - passed;
    const share = (log === 0 ? left : Math.expm1(left * log)) / all;
    return ratio > 1 ? share : Math.exp(passed * log) * share;
  };
}

/** Ratio of each term to the one before, from the heavy end; at most 1. */
function lightening(ratio: number): number {
  return ratio > 1 ? 1 / ratio : ratio;
}

interface Sums {
  /** Sum of ratio^i for i from 0. */
  readonly sum: number;
  /** Sum of i ratio^i. */
  readonly moment: number;
}

function sumsOf(ratio: number, terms: number): Sums {
  if (terms === Infinity) {
    return { sum: 1 / (1 - ratio), moment: ratio / (1 - ratio) ** 2 };
  }
  let [length, sum, moment] = [0, 0, 0];
  for (let bit = 2 ** Math.floor(Math.log2(terms)); bit >= 1; bit /= 2) {
    const scale = ratio ** length;
    [sum, moment] = [sum * (1 + scale), moment + scale * (moment + length * sum)];
    length *= 2;
    if (Math.floor(terms / bit) % 2 === 1) {
      const term = ratio ** length;
      [sum, moment] = [sum + term, moment + length * term];
      length += 1;
    }
  }
  return { sum, moment };
}
